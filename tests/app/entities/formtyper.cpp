// SPDX-License-Identifier: GPL-3.0-or-later
#include "formtyper.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/filterbuilder.h"
#include "app/widgets/labelseditor.h"
#include "app/widgets/lookupeditors.h"
#include "app/widgets/starsedit.h"
#include "common/rules/conditions.h"
#include "tests/app/widgets/widgetwait.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace guanxi::test {

using namespace app;
using model::Field;
using model::FieldType;
using model::RecordRef;
using model::Value;

namespace {

/// Where keys go when the editor has the focus.
QWidget &keyboardOf(FieldEditor &editor)
{
    QWidget *widget = &editor;
    while (widget->focusProxy())
        widget = widget->focusProxy();
    return *widget;
}

RecordRef refOf(const Field &field, const Value &value)
{
    if (field.type == FieldType::AnyReference)
        return value.as<RecordRef>();
    return {field.targets.value(0), field.type == FieldType::References ? model::idsOf(value).value(0) : value.id()};
}

/// By keys: a space at each line that has the wrong tick.
bool tick(QListWidget &list, const QString &json)
{
    const QJsonArray names = QJsonDocument::fromJson(json.toUtf8()).array();
    for (int row = 0; row < list.count(); ++row) {
        list.setCurrentRow(row);
        if ((list.item(row)->checkState() == Qt::Checked) != names.contains(list.item(row)->data(Qt::UserRole).toString()))
            QTest::keyClick(&list, Qt::Key_Space);
    }
    return true;
}

} // namespace

bool FormTyper::type(FieldEditor *editor, const Value &value)
{
    if (!editor)
        return false;
    editor->setFocus();
    QWidget &keyboard = keyboardOf(*editor);
    const auto reached = [&] { return !editor->fault() && editor->value() == value; };
    if (reached())
        return true;
    if (editor->field().isCondition())
        return fillCondition(*editor, value) && reached();
    if (const auto *labels = qobject_cast<LabelsEditor *>(editor)) {
        const QJsonObject wanted = QJsonDocument::fromJson(value.text().toUtf8()).object();
        for (const QString &language : {QStringLiteral("zh"), QStringLiteral("en")})
            typeText(labels->line(language), wanted.value(language).toString());
        return reached();
    }
    if (auto *list = qobject_cast<QListWidget *>(&keyboard))
        return tick(*list, value.text()) && reached();
    if (editor->findChild<LookupLine *>())
        return lookUp(*editor, refOf(editor->field(), value)) && reached();
    if (qobject_cast<QComboBox *>(&keyboard) || qobject_cast<QCheckBox *>(&keyboard) || qobject_cast<StarsWidget *>(&keyboard))
        return choose(keyboard, *editor, value);
    if (editor->field().type == FieldType::DateTime) {
        const QList<QLineEdit *> lines = editor->findChildren<QLineEdit *>();
        typeText(*lines.at(0), dateText(dayOf(QDateTime::fromMSecsSinceEpoch(value.number()).date())));
        typeText(*lines.at(1), timeText(value.number()));
        return reached();
    }
    typeText(keyboard, textOf(editor->field(), value));
    return reached();
}

void FormTyper::typeText(QWidget &into, const QString &text)
{
    into.setFocus();
    QTest::keyClick(&into, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&into, Qt::Key_Delete);
    tests::typeInto(&into, text);
}

bool FormTyper::choose(QWidget &box, FieldEditor &editor, const Value &value)
{
    if (qobject_cast<QCheckBox *>(&box)) {
        QTest::keyClick(&box, Qt::Key_Space);
        return editor.value() == value;
    }
    if (qobject_cast<StarsWidget *>(&box)) {
        for (int key = Qt::Key_1; key <= Qt::Key_5 && editor.value() != value; ++key)
            QTest::keyClick(&box, Qt::Key(key));
        return editor.value() == value;
    }
    auto &combo = static_cast<QComboBox &>(box);
    QTest::keyClick(&combo, Qt::Key_Home);
    for (int at = 0; at < combo.count() && editor.value() != value; ++at)
        QTest::keyClick(&combo, Qt::Key_Down);
    return editor.value() == value;
}

bool FormTyper::fillCondition(FieldEditor &editor, const Value &value)
{
    const Result<model::Filter> condition = rules::readCondition(editor.field(), value.text(), m_records.catalogue());
    if (!condition || condition->children.size() != 1)
        return false;
    const model::Filter &wanted = condition->children.first();
    while (auto *row = editor.findChild<FilterRow *>()) {
        QTest::mouseClick(row->findChild<QToolButton *>(), Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    QTest::mouseClick(editor.findChild<QPushButton *>(), Qt::LeftButton);
    auto *row = editor.findChild<FilterRow *>();
    const QList<QComboBox *> boxes = row->findChildren<QComboBox *>(Qt::FindDirectChildrenOnly);
    const auto chooseItem = [](QComboBox &box, int data) {
        QTest::keyClick(&box, Qt::Key_Home);
        for (int at = 0; at < box.count() && box.currentData().toInt() != data; ++at)
            QTest::keyClick(&box, Qt::Key_Down);
        return box.currentData().toInt() == data;
    };
    if (!chooseItem(*boxes.at(0), int(wanted.field)) || !chooseItem(*boxes.at(1), int(wanted.kind)))
        return false;
    return type(row->findChild<FieldEditor *>(), wanted.values.first());
}

bool FormTyper::lookUp(FieldEditor &editor, const RecordRef &ref)
{
    auto *line = editor.findChild<LookupLine *>();
    if (auto *kind = editor.findChild<QComboBox *>())
        for (int at = 0; at < kind->count() && line->target() != ref.entity; ++at)
            QTest::keyClick(kind, at == 0 ? Qt::Key_Home : Qt::Key_Down);
    if (line->target() != ref.entity)
        return false;
    // By name first; what has none is among the newest, which the empty line offers.
    for (const QString &typed : {m_records.title(ref), QString()}) {
        typeText(*line, typed);
        if (typed.isEmpty())
            QTest::keyClick(line, Qt::Key_Down);
        QAbstractItemView *popup = line->findChild<QCompleter *>()->popup();
        for (int row = 0; popup->isVisible() && row < popup->model()->rowCount(); ++row) {
            QTest::keyClick(popup, Qt::Key_Down);
            if (popup->currentIndex().data(Qt::UserRole).toByteArray() != ref.id.bytes())
                continue;
            QTest::keyClick(line, Qt::Key_Return);
            return true;
        }
        popup->hide();
    }
    return false;
}

QString FormTyper::textOf(const Field &field, const Value &value) const
{
    switch (field.type) {
    case FieldType::Int: case FieldType::Decimal: case FieldType::Percent: case FieldType::Money:
        return numberText(value.number(), field.scale, 0);
    case FieldType::Date: return dateText(value.number());
    case FieldType::Tags: return value.as<QStringList>().join(u',') + u',';
    default: return value.text();
    }
}

} // namespace guanxi::test
