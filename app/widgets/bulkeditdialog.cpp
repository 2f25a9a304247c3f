// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/bulkeditdialog.h"

#include "app/widgets/errortext.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/tones.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace guanxi::app {

using model::Field;
using model::FieldType;
using model::Value;

namespace {

enum How { Add, TakeOut, Replace };

bool isSet(const Field &field) { return field.type == FieldType::Tags || field.type == FieldType::References; }

/// `now` with the elements of `given`, or without them.
template <class T> QList<T> joined(QList<T> now, const QList<T> &given, How how)
{
    for (const T &element : given) {
        if (how == TakeOut)
            now.removeAll(element);
        else if (!now.contains(element))
            now.append(element);
    }
    return now;
}

Value changedSet(const Value &now, const Value &given, How how)
{
    if (how == Replace)
        return given;
    if (given.is<QStringList>()) {
        const QStringList words = joined<QString>(now.as<QStringList>(), given.as<QStringList>(), how);
        return words.isEmpty() ? Value() : Value(words);
    }
    const QList<Uuid> ids = joined(model::idsOf(now), model::idsOf(given), how);
    return ids.isEmpty() ? Value() : model::valueOf(ids);
}

} // namespace

bool isSharable(const Records &records, const model::Entity &entity, const Field &field)
{
    return field.isTyped() && !field.unique && !field.isContent() && records.rights().fieldRight(entity, field) == model::FieldRight::Write;
}

BulkEditDialog::BulkEditDialog(Records &records, const model::Entity &entity, int count, QWidget *parent)
    : QDialog(parent), m_records(records), m_entity(entity), m_column(new QVBoxLayout), m_fault(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowTitle(tr("Change %n record(s)", nullptr, count));
    auto *hint = new QLabel(tr("The fields chosen here get the same value in all selected records. It is one action and can be "
                               "undone as one."));
    hint->setWordWrap(true);
    auto *more = new QPushButton(QIcon::fromTheme(QStringLiteral("list-add")), tr("Another field"));
    m_fault->setWordWrap(true);
    QPalette red = palette();
    red.setColor(QPalette::WindowText, errorColor(palette()));
    m_fault->setPalette(red);
    m_fault->hide();
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Change"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(hint);
    column->addLayout(m_column);
    column->addWidget(more, 0, Qt::AlignLeft);
    column->addWidget(m_fault);
    column->addStretch(1);
    column->addWidget(m_buttons);
    connect(more, &QPushButton::clicked, this, &BulkEditDialog::addLine);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &BulkEditDialog::validate);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    addLine();
    resize(560, 240);
}

void BulkEditDialog::addLine()
{
    auto *fields = new QComboBox;
    fields->setAccessibleName(tr("Field"));
    fields->setMaxVisibleItems(20);
    // What the records are about first; whose they are and the like last.
    for (const bool own : {true, false})
        for (const Field &field : m_entity.fields())
            if ((field.id >= model::system::FirstOwn) == own && isSharable(m_records, m_entity, field))
                fields->addItem(fieldLabel(m_entity, field), field.id);
    auto *how = new QComboBox;
    how->setAccessibleName(tr("What happens to the set"));
    how->addItem(tr("add"), Add);
    how->addItem(tr("take out"), TakeOut);
    how->addItem(tr("put in place"), Replace);
    auto *place = new QWidget;
    auto *row = new QHBoxLayout;
    row->addWidget(fields, 2);
    row->addWidget(new QLabel(QStringLiteral("→")));
    row->addWidget(how);
    row->addWidget(place, 3);
    auto *inner = new QHBoxLayout(place);
    inner->setContentsMargins(0, 0, 0, 0);
    m_column->addLayout(row);
    m_lines.append({fields, how, place, nullptr});
    const int line = int(m_lines.size()) - 1;
    fields->setCurrentIndex(qMin(line, fields->count() - 1));
    connect(fields, &QComboBox::currentIndexChanged, this, [this, line] { showEditor(line); });
    showEditor(line);
    fields->setFocus();
}

void BulkEditDialog::showEditor(int line)
{
    Line &shown = m_lines[line];
    const Field *field = m_entity.field(model::FieldId(shown.field->currentData().toUInt()));
    if (!field)
        return;
    shown.how->setVisible(isSet(*field));
    delete shown.editor;
    shown.editor = FieldEditor::create(m_records, m_entity, *field, shown.place);
    shown.place->layout()->addWidget(shown.editor);
}

void BulkEditDialog::validate()
{
    for (const Line &line : m_lines) {
        std::optional<Error> fault = line.editor ? line.editor->fault() : std::nullopt;
        if (line.editor && !fault && line.editor->field().required && line.editor->value().isNull())
            fault = Error{ErrorCode::Required, {line.editor->field().name}};
        if (!fault)
            continue;
        m_fault->setText(errorText(*fault, &m_entity));
        m_fault->show();
        line.editor->setFocus();
        return;
    }
    accept();
}

std::function<void(model::Record &)> BulkEditDialog::change() const
{
    struct Given {
        model::FieldId field;
        Value value;
        How how;
    };
    QList<Given> given;
    for (const Line &line : m_lines)
        if (line.editor)
            given.append({line.editor->field().id, line.editor->value(),
                          isSet(line.editor->field()) ? How(line.how->currentData().toInt()) : Replace});
    return [given](model::Record &record) {
        for (const Given &one : given)
            if (const model::Field *field = record.entity().field(one.field); field && record.applies(*field))
                record.setValue(one.field, changedSet(record.value(one.field), one.value, one.how));
    };
}

} // namespace guanxi::app
