// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/fieldcell.h"

#include "app/widgets/chips.h"
#include "app/widgets/editable.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/pictureeditor.h"
#include "app/widgets/revealbar.h"
#include "app/widgets/statechip.h"
#include "app/widgets/tones.h"
#include "common/rules/segments.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QUrl>

namespace guanxi::app {

using model::FieldType;
using model::RecordRef;
using model::Value;

namespace {

const QString RecordScheme = QStringLiteral("record:");

QString linkTo(const RecordRef &ref, const QString &text)
{
    return QStringLiteral("<a href='%1%2/%3'>%4</a>").arg(RecordScheme).arg(ref.entity).arg(ref.id.text(), text.toHtmlEscaped());
}

/// The address a text field can be followed to; empty for others.
QString addressOf(FieldType type, const QString &text)
{
    if (type == FieldType::Email)
        return QStringLiteral("mailto:") + text;
    if (type == FieldType::Phone)
        return QStringLiteral("tel:") + QString(text).remove(u' ');
    if (type == FieldType::Url)
        return text.contains(QStringLiteral("://")) ? text : QStringLiteral("https://") + text;
    return {};
}

} // namespace

FieldCell::FieldCell(Records &records, const model::Record &record, const model::Field &field, QWidget *parent)
    : QWidget(parent), m_records(records), m_record(record), m_field(field), m_row(new QHBoxLayout(this)), m_label(new QLabel),
      m_chip(isChip(field) ? new StateChip : nullptr)
{
    m_row->setContentsMargins(4, 2, 4, 2);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::RichText);
    m_label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::TextSelectableByMouse);
    m_label->setFocusPolicy(Qt::NoFocus);
    m_label->installEventFilter(this);
    if (m_chip)
        m_row->addWidget(m_chip);
    m_row->addWidget(m_label, 1);
    if (records.rights().fieldRight(record.entity(), field) == model::FieldRight::Masked) {
        m_reveal = new RevealBar(records, field, this);
        m_row->addWidget(m_reveal);
        connect(m_reveal, &RevealBar::changed, this, &FieldCell::showValue);
        connect(m_reveal, &RevealBar::failed, this, &FieldCell::failed);
    }
    if (isPicture(field))
        showPicture();
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    connect(m_label, &QLabel::linkActivated, this, &FieldCell::follow);
    setRecord(record);
}

void FieldCell::setRecord(const model::Record &record)
{
    m_record = record;
    if (m_reveal)
        m_reveal->setRecord(record);
    showValue();
}

void FieldCell::showPicture()
{
    m_picture = new PictureEditor(m_records, m_record.entity(), m_field, this);
    m_row->addWidget(m_picture, 1);
    m_label->hide();
    setFocusProxy(m_picture);
    connect(m_picture, &PictureEditor::edited, this, &FieldCell::savePicture);
}

void FieldCell::savePicture()
{
    // Other fields may have changed while this one was chosen.
    const Result<model::Record> stored = m_records.load(m_record.ref());
    model::Record changed = stored.ok() ? *stored : m_record;
    changed.setValue(m_field.id, m_picture->value());
    const Result<Saved> result = m_records.save(changed);
    if (result.ok()) {
        m_picture->setRecord(changed);
        return Q_EMIT saved(*result);
    }
    m_picture->setValue(m_record.value(m_field.id));
    Q_EMIT failed(result.error());
}

void FieldCell::showValue()
{
    if (m_picture) {
        m_picture->setRecord(m_record);
        m_picture->setValue(m_record.value(m_field.id));
        m_picture->setChangeable(isEditable(m_records, m_record, m_field));
        return;
    }
    const QString text = m_reveal && m_reveal->isShown() ? m_reveal->text() : FieldText(m_records).text(m_record, m_field);
    m_label->setText(m_chip && !text.isEmpty() ? QString() : html());
    if (m_chip)
        m_chip->setState(text, chipTone(m_record.entity(), m_field, m_record.value(m_field.id)));
    setAccessibleName(fieldLabel(m_record.entity(), m_field) + QStringLiteral(": ") + text);
    setToolTip(mayEdit() ? tr("F2 or double click changes it") : QString());
}

QString FieldCell::quiet(const QString &text) const
{
    return QStringLiteral("<span style='color:%1'>%2</span>").arg(quietText(palette()).name(), text.toHtmlEscaped());
}

QString FieldCell::html() const
{
    if (m_reveal && m_reveal->isShown())
        return m_reveal->text().toHtmlEscaped();
    const FieldText words(m_records);
    const Value &value = m_record.value(m_field.id);
    const QString text = words.text(m_record, m_field);
    if (text.isEmpty())
        return quiet(QStringLiteral("–"));
    if (m_reveal && !m_reveal->hint().isEmpty())
        return text.toHtmlEscaped() + QStringLiteral("<br>") + quiet(m_reveal->hint());
    if (m_field.type == FieldType::Reference)
        return linkTo({m_field.targets.value(0), value.id()}, text);
    if (m_field.type == FieldType::AnyReference)
        return linkTo(value.as<RecordRef>(), text);
    if (const QString address = addressOf(m_field.type, text); !address.isEmpty())
        return QStringLiteral("<a href='%1'>%2</a>").arg(address.toHtmlEscaped(), text.toHtmlEscaped());
    if (isStarred(m_field))
        return QStringLiteral("<span style='color:%1'>%2</span>").arg(starColor(palette()).name(), text);
    return text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
}

bool FieldCell::mayEdit() const
{
    return !m_field.isContent() && !m_field.isCondition() && !rules::holdsFilter(m_record.entity(), m_field) && isEditable(m_records, m_record, m_field);
}

void FieldCell::edit()
{
    if (m_editor || !mayEdit())
        return;
    m_editor = FieldEditor::create(m_records, m_record.entity(), m_field, this);
    m_editor->setTyped(m_record);
    m_editor->setValue(m_record.value(m_field.id));
    m_editor->setCurrency(FieldText(m_records).currency(m_record));
    m_editor->installEventFilter(this);
    for (QWidget *part : m_editor->findChildren<QWidget *>())
        part->installEventFilter(this);
    m_label->hide();
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->addWidget(m_editor, 1);
    m_editor->setFocus();
    connect(m_editor, &FieldEditor::left, this, &FieldCell::commit);
}

void FieldCell::commit()
{
    if (!m_editor)
        return;
    std::optional<Error> fault = m_editor->fault();
    const Value value = m_editor->value();
    if (!fault && value == m_record.value(m_field.id)) {
        closeEditor();
        return;
    }
    // Other fields may have changed while this one was edited.
    const Result<model::Record> stored = m_records.load(m_record.ref());
    model::Record changed = stored.ok() ? *stored : m_record;
    changed.setValue(m_field.id, value);
    if (!fault)
        for (const auto &[field, error] : m_records.check(changed))
            if (field == m_field.id)
                fault = error;
    if (fault) {
        // What was typed stays there to be mended.
        m_editor->setFaulty(true);
        Q_EMIT failed(*fault);
        return;
    }
    closeEditor();
    const Result<Saved> result = m_records.save(changed);
    if (result.ok())
        Q_EMIT saved(*result);
    else
        Q_EMIT failed(result.error());
}

void FieldCell::cancel() { closeEditor(); }

void FieldCell::closeEditor()
{
    if (!m_editor)
        return;
    FieldEditor *closed = std::exchange(m_editor, nullptr);
    closed->disconnect(this);
    const bool focused = closed->isAncestorOf(focusWidget()) || closed->hasFocus();
    m_row->removeWidget(closed);
    m_row->setContentsMargins(4, 2, 4, 2);
    closed->hide();
    closed->deleteLater();
    m_label->show();
    if (focused || !window()->focusWidget())
        setFocus();
}

void FieldCell::follow(const QString &link)
{
    if (!link.startsWith(RecordScheme)) {
        QDesktopServices::openUrl(QUrl(link));
        return;
    }
    const QStringList parts = link.mid(RecordScheme.size()).split(u'/');
    Q_EMIT openRequested({model::EntityId(parts.value(0).toUInt()), Uuid::fromText(parts.value(1)).value_or(Uuid())});
}

void FieldCell::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        const Value &value = m_record.value(m_field.id);
        if (m_field.type == FieldType::Reference && !value.isNull())
            Q_EMIT openRequested({m_field.targets.value(0), value.id()});
        else if (m_field.type == FieldType::AnyReference && !value.isNull())
            Q_EMIT openRequested(value.as<RecordRef>());
        return;
    }
    if (m_reveal && m_reveal->isVisible()) {
        if (enter)
            return m_reveal->toggle();
        if (event->matches(QKeySequence::Copy) && m_reveal->isShown())
            return m_reveal->copy();
    }
    if ((enter || event->key() == Qt::Key_F2) && mayEdit()) {
        edit();
        return;
    }
    QWidget::keyPressEvent(event);
}

void FieldCell::mouseDoubleClickEvent(QMouseEvent *) { edit(); }

bool FieldCell::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_label) {
        if (event->type() == QEvent::MouseButtonDblClick && mayEdit()) {
            edit();
            return true;
        }
        return false;
    }
    if (!m_editor || event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape) {
        cancel();
        return true;
    }
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && (!m_editor->isWide() || key->modifiers().testFlag(Qt::ControlModifier))) {
        // After the editor has had the key: a look-up takes its hit with it.
        QMetaObject::invokeMethod(this, &FieldCell::commit, Qt::QueuedConnection);
        return key->modifiers().testFlag(Qt::ControlModifier);
    }
    return false;
}

void FieldCell::paintEvent(QPaintEvent *)
{
    if (m_editor || !(hasFocus() || (underMouse() && mayEdit())))
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? palette().color(QPalette::Highlight) : lineColor(palette()));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

} // namespace guanxi::app
