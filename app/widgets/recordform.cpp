// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordform.h"

#include "app/data/drafts.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/tones.h"
#include "common/rules/ownership.h"
#include "common/rules/statemachine.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace guanxi::app {

using model::Field;
using model::FieldId;
using model::Record;

namespace {

constexpr int DraftPauseMs = 600;
constexpr int DuplicatePauseMs = 300;

Record started(Records &records, model::EntityId entity, const Preset &preset, const Uuid &resume)
{
    Record record = records.create(entity);
    if (!resume.isNull())
        record.setId(resume);
    for (const auto &[field, value] : preset)
        record.setValue(field, value);
    return record;
}

} // namespace

RecordForm::RecordForm(Records &records, DraftStore &drafts, const Record &record, QWidget *parent)
    : QWidget(parent), m_records(records), m_drafts(drafts), m_base(record)
{
    build();
    connectTimers();
    restoreDraft();
    tellEditors();
}

RecordForm::RecordForm(Records &records, DraftStore &drafts, model::EntityId entity, const Preset &preset, const Uuid &resume,
                       QWidget *parent)
    : QWidget(parent), m_records(records), m_drafts(drafts), m_base(started(records, entity, preset, resume)), m_started(m_base), m_new(true)
{
    build();
    connectTimers();
    restoreDraft();
    tellEditors();
    m_ownerPreset = std::any_of(preset.begin(), preset.end(), [this](const auto &given) {
        return rules::ownershipFields(m_base.entity()).contains(given.first);
    });
    giveByRule();
}

void RecordForm::connectTimers()
{
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(DraftPauseMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &RecordForm::keepDraft);
    m_duplicateTimer.setSingleShot(true);
    m_duplicateTimer.setInterval(DuplicatePauseMs);
    connect(&m_duplicateTimer, &QTimer::timeout, this, &RecordForm::searchDuplicates);
    connect(&m_records, &Records::changed, this, &RecordForm::onChanged);
}

void RecordForm::tellEditors()
{
    const Record record = typed();
    for (const Line &line : m_lines)
        line.editor->setTyped(record);
}

void RecordForm::buildNotices()
{
    m_restored = new QFrame;
    m_restored->setFrameShape(QFrame::StyledPanel);
    auto *notice = new QHBoxLayout(m_restored);
    notice->setContentsMargins(12, 4, 8, 4);
    auto *words = new QLabel(tr("What you had typed before is here again; it is not saved yet."));
    words->setWordWrap(true);
    auto *drop = new QPushButton(tr("Discard it"));
    notice->addWidget(words, 1);
    notice->addWidget(drop);
    connect(drop, &QPushButton::clicked, this, &RecordForm::discard);
    m_restored->hide();
    m_duplicates = new QLabel;
    m_duplicates->setWordWrap(true);
    m_duplicates->hide();
    m_byRule = new QLabel;
    m_byRule->setObjectName(QStringLiteral("quiet"));
    m_byRule->setWordWrap(true);
    m_byRule->hide();
    m_duplicates->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_duplicates, &QLabel::linkActivated, this, &RecordForm::followDuplicate);
}

void RecordForm::build()
{
    buildNotices();
    for (const Field &field : m_base.entity().fields())
        if (field.id >= model::system::FirstOwn && isShown(field) && isWritable(field))
            addLine(field);
    for (const FieldId id : {model::system::Owner, model::system::Department})
        if (const Field *field = m_base.entity().field(id); field && isShown(*field) && isWritable(*field))
            addLine(*field);
    // Hints without a field stay out of sight.
    for (QLabel *hint : {m_duplicates, m_byRule})
        if (!hint->parentWidget())
            hint->setParent(this);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_aside = new QWidget(m_scroll);
    m_aside->hide();
    layOut();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_restored);
    column->addWidget(m_scroll, 1);
    if (!m_lines.isEmpty())
        setFocusProxy(m_lines.first().editor);
}

bool RecordForm::isShown(const Field &field) const
{
    if (!m_records.rights().isVisible(m_base.entity(), field))
        return false;
    // What the program fills later is no use in an empty form.
    return isWritable(field) || !m_base.value(field.id).isNull();
}

bool RecordForm::isWritable(const Field &field) const
{
    const bool open = m_new || !rules::lockOf(m_base);
    return open && field.isTyped() && m_records.rights().fieldRight(m_base.entity(), field) == model::FieldRight::Write;
}

void RecordForm::addLine(const Field &field)
{
    FieldEditor *editor = FieldEditor::create(m_records, m_base.entity(), field, nullptr);
    editor->setRecord(m_base);
    editor->setValue(m_base.value(field.id));
    editor->setCurrency(FieldText(m_records).currency(m_base));
    auto *below = new QLabel;
    below->setWordWrap(true);
    below->hide();
    QPalette red = palette();
    red.setColor(QPalette::WindowText, errorColor(palette()));
    below->setPalette(red);
    QWidget *under = below;
    if (QLabel *hint = hintOf(field); hint && hint->parentWidget() == nullptr) {
        under = new QWidget;
        auto *column = new QVBoxLayout(under);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(below);
        column->addWidget(hint);
    }
    m_lines.append({editor, below, under});
    connect(editor, &FieldEditor::edited, this, [this, editor] { onEdited(editor); });
    connect(editor, &FieldEditor::left, this, [this, editor] { onLeft(editor); });
    connect(editor, &FieldEditor::createRequested, this,
            [this, editor](model::EntityId entity, const QString &name) { createLinked(editor, entity, name); });
}

bool RecordForm::isTitle(const Field &field) const
{
    return m_base.entity().titleFields.contains(field.id) && field.search == model::Search::Name;
}

QLabel *RecordForm::hintOf(const Field &field) const
{
    if (isTitle(field))
        return m_duplicates;
    return m_new && rules::ownershipFields(m_base.entity()).value(0) == field.id ? m_byRule : nullptr;
}

QString RecordForm::heading() const
{
    return m_new ? tr("New %1").arg(entityLabel(m_base.entity())) : FieldText(m_records).title(m_base);
}

RecordForm::Line *RecordForm::line(const FieldEditor *editor)
{
    for (Line &line : m_lines)
        if (line.editor == editor)
            return &line;
    return nullptr;
}

FieldEditor *RecordForm::editor(FieldId field) const
{
    for (const Line &line : m_lines)
        if (line.editor->field().id == field)
            return line.editor;
    return nullptr;
}

QString RecordForm::faultText(FieldId field) const
{
    for (const Line &line : m_lines)
        if (line.editor->field().id == field)
            return line.below->isHidden() ? QString() : line.below->text();
    return {};
}

bool RecordForm::isDirty() const
{
    return std::any_of(m_lines.begin(), m_lines.end(), [this](const Line &line) {
        return line.touched && (line.editor->fault() || line.editor->value() != m_base.value(line.editor->field().id));
    });
}

Record RecordForm::typedInto(Record record) const
{
    for (const Line &line : m_lines)
        if (line.touched && !line.editor->fault())
            record.setValue(line.editor->field().id, line.editor->value());
    for (const Line &line : m_lines)
        if ((line.touched || m_new) && !record.applies(line.editor->field()))
            record.setValue(line.editor->field().id, model::Value());
    return record;
}

std::optional<Error> RecordForm::faultOf(const Line &line, const Record &typed) const
{
    const Field &field = line.editor->field();
    if (!typed.applies(field))
        return std::nullopt;
    if (const std::optional<Error> fault = line.editor->fault())
        return fault;
    if (field.required && typed.value(field.id).isNull())
        return Error{ErrorCode::Required, {field.name}};
    for (const auto &[id, error] : m_records.check(typed))
        if (id == field.id)
            return error;
    return std::nullopt;
}

void RecordForm::showFault(Line &line, const std::optional<Error> &fault)
{
    line.editor->setFaulty(fault.has_value());
    line.below->setText(fault ? errorText(*fault, &m_base.entity()) : QString());
    line.below->setVisible(fault.has_value());
    line.editor->setAccessibleDescription(line.below->text());
}

RecordForm::~RecordForm()
{
    if (m_draftTimer.isActive())
        keepDraft();
}

void RecordForm::onEdited(FieldEditor *editor)
{
    Line &edited = *line(editor);
    edited.touched = true;
    if (!edited.below->isHidden() && !faultOf(edited, typed()))
        showFault(edited, std::nullopt);
    giveByRule();
    if (editor->field().name == QStringLiteral("currency"))
        followCurrency();
    tellEditors();
    if (hasOtherFields())
        layOut();
    m_draftTimer.start();
    if (editor->field().likeness != model::Likeness::No || m_base.entity().titleFields.contains(editor->field().id))
        m_duplicateTimer.start();
    if (const bool dirty = isDirty(); dirty != m_dirty) {
        m_dirty = dirty;
        Q_EMIT dirtyChanged(dirty);
    }
}

void RecordForm::onLeft(FieldEditor *editor)
{
    if (m_layingOut)
        return;
    Line &left = *line(editor);
    showFault(left, faultOf(left, typed()));
}

void RecordForm::onChanged(const QSet<model::RecordRef> &changed)
{
    if (m_new || (!changed.isEmpty() && !changed.contains(ref())))
        return;
    const Result<Record> fresh = m_records.load(ref());
    if (!fresh.ok())
        return;
    m_base = *fresh;
    for (const Line &line : std::as_const(m_lines))
        line.editor->setRecord(m_base);
    for (Line &line : m_lines)
        if (!line.touched)
            line.editor->setValue(m_base.value(line.editor->field().id));
    tellEditors();
    if (hasOtherFields())
        layOut();
}

bool RecordForm::save()
{
    const Record record = typed();
    Line *first = nullptr;
    for (Line &line : m_lines) {
        const std::optional<Error> fault = faultOf(line, record);
        showFault(line, fault);
        if (fault && !first)
            first = &line;
    }
    if (first) {
        m_scroll->ensureWidgetVisible(first->editor, 24, 48);
        first->editor->setFocus();
        return false;
    }
    if (!m_new && !isDirty())
        return true;
    const Result<Saved> result = m_records.save(record);
    if (!result.ok()) {
        Q_EMIT failed(result.error());
        return false;
    }
    m_draftTimer.stop();
    m_drafts.remove(draftKey(ref()));
    m_restored->hide();
    m_base = record;
    m_new = false;
    for (Line &line : m_lines)
        line.touched = false;
    if (const Result<Record> stored = m_records.load(ref()); stored.ok())
        m_base = *stored;
    for (const Line &line : std::as_const(m_lines))
        line.editor->setRecord(m_base);
    for (const Line &line : std::as_const(m_lines))
        if (!m_base.applies(line.editor->field()))
            line.editor->setValue(m_base.value(line.editor->field().id));
    m_dirty = false;
    Q_EMIT dirtyChanged(false);
    Q_EMIT saved(ref(), *result);
    return true;
}

void RecordForm::discard()
{
    m_draftTimer.stop();
    m_drafts.remove(draftKey(ref()));
    m_restored->hide();
    for (Line &line : m_lines) {
        line.touched = false;
        line.editor->setValue(m_base.value(line.editor->field().id));
        showFault(line, std::nullopt);
    }
    giveByRule();
    if (hasOtherFields())
        layOut();
    m_dirty = false;
    Q_EMIT dirtyChanged(false);
}

} // namespace guanxi::app
