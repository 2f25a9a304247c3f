// SPDX-License-Identifier: GPL-3.0-or-later
// What a form does around the fields: drafts, duplicates, linked records; the fields themselves are in recordform.cpp.
#include "app/widgets/recordform.h"

#include "app/data/drafts.h"
#include "app/data/exchangerates.h"
#include "app/widgets/alikewords.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordformdialog.h"
#include "common/rules/defaults.h"
#include "common/rules/exchange.h"
#include "common/rules/ownership.h"

#include <QApplication>
#include <QDateTime>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace guanxi::app {

using model::Field;
using model::Record;

namespace {

constexpr int MostDuplicates = 5;

} // namespace

bool RecordForm::mayClose()
{
    if (!isDirty()) {
        discard();
        return true;
    }
    QMessageBox box(QMessageBox::Question, heading(), tr("What you typed is not saved yet."),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setDefaultButton(QMessageBox::Save);
    box.button(QMessageBox::Save)->setText(tr("Save"));
    box.button(QMessageBox::Discard)->setText(tr("Do not save"));
    box.button(QMessageBox::Cancel)->setText(tr("Keep editing"));
    const int answer = box.exec();
    if (answer == QMessageBox::Save)
        return save();
    if (answer == QMessageBox::Discard)
        discard();
    return answer == QMessageBox::Discard;
}

void RecordForm::keepDraft()
{
    if (!isDirty()) {
        m_drafts.remove(draftKey(ref()));
        return;
    }
    Draft draft{ref(), m_new, {}};
    const QList<model::FieldId> byRule = rules::ownershipFields(m_base.entity());
    for (const Line &line : m_lines)
        if (!line.editor->fault() && (line.touched || (m_new && !byRule.contains(line.editor->field().id) && !line.editor->value().isNull())))
            draft.values.append({line.editor->field().id, line.editor->value()});
    putDraft(m_drafts, draft);
}

void RecordForm::restoreDraft()
{
    const std::optional<Draft> draft = draftOf(m_drafts, ref());
    if (!draft)
        return;
    for (const auto &[field, value] : draft->values)
        for (Line &line : m_lines)
            if (line.editor->field().id == field) {
                line.editor->setValue(value);
                line.touched = true;
            }
    if (hasOtherFields())
        layOut();
    m_dirty = isDirty();
    m_restored->setVisible(m_dirty);
}

bool RecordForm::isOwnerChosen() const
{
    const QList<model::FieldId> fields = rules::ownershipFields(m_base.entity());
    return m_ownerPreset || std::any_of(m_lines.begin(), m_lines.end(), [&](const Line &line) {
               return line.touched && fields.contains(line.editor->field().id);
           });
}

void RecordForm::giveByRule()
{
    if (!m_new || rules::ownershipFields(m_base.entity()).isEmpty())
        return;
    Record given = typedInto(m_started);
    if (!isOwnerChosen())
        m_records.giveByRule(given);
    const Record shown = typed();
    for (const Field &field : m_base.entity().fields()) {
        const model::Value &value = given.value(field.id);
        if (value == shown.value(field.id))
            continue;
        m_base.setValue(field.id, value);
        if (FieldEditor *editor = this->editor(field.id))
            editor->setValue(value);
    }
    const model::RecordRef rule = rules::givingRule(given);
    m_byRule->setText(tr("By the rule “%1”").arg(m_records.title(rule)));
    m_byRule->setVisible(!rule.isNull() && m_byRule->parentWidget() != this);
}

void RecordForm::followCurrency()
{
    const Record record = typed();
    for (const Line &line : std::as_const(m_lines))
        line.editor->setCurrency(FieldText(m_records).currency(record));
    const std::optional<rules::CurrencyFields> fields = rules::currencyFieldsOf(record.entity());
    FieldEditor *rate = fields ? editor(fields->rate) : nullptr;
    if (!rate || !isWritable(rate->field()))
        return;
    const std::optional<qint64> today = rateOn(m_records, record.value(fields->currency).text(), rules::dayOf(QDateTime::currentMSecsSinceEpoch()));
    if (!today || model::Value(*today) == record.value(fields->rate))
        return;
    Line &line = *this->line(rate);
    line.touched = true;
    rate->setValue(model::Value(*today));
    showFault(line, std::nullopt);
}

void RecordForm::retranslate()
{
    struct Typed {
        model::FieldId field;
        model::Value value;
        QStringList texts; ///< as they stand there, where they cannot be read as a value
        bool touched, faulty, focused;
    };
    QList<Typed> typed;
    for (const Line &line : std::as_const(m_lines)) {
        QStringList texts;
        const bool readable = !line.editor->fault();
        for (const QLineEdit *part : line.editor->findChildren<QLineEdit *>())
            if (!readable)
                texts.append(part->text());
        typed.append({line.editor->field().id, readable ? line.editor->value() : model::Value(), texts, line.touched,
                      !line.below->isHidden(), line.editor->isAncestorOf(QApplication::focusWidget())});
    }
    const bool restored = !m_restored->isHidden();
    const int scrolled = m_scroll->verticalScrollBar()->value();
    // Losing the keyboard is not being left.
    for (const Line &line : std::as_const(m_lines))
        line.editor->disconnect(this);
    m_lines.clear();
    setFocusProxy(nullptr);
    delete layout();
    for (QLabel *hint : {m_duplicates, m_byRule})
        if (hint->parentWidget() == this)
            hint->deleteLater();
    for (QWidget *old : {static_cast<QWidget *>(m_restored), static_cast<QWidget *>(m_scroll)}) {
        old->hide();
        old->setParent(nullptr);
        old->deleteLater();
    }
    build();
    m_restored->setVisible(restored);
    for (const Typed &was : std::as_const(typed))
        for (Line &line : m_lines)
            if (line.editor->field().id == was.field) {
                line.touched = was.touched;
                line.editor->setValue(was.value);
                const QList<QLineEdit *> parts = line.editor->findChildren<QLineEdit *>();
                for (qsizetype at = 0; at < qMin(parts.size(), was.texts.size()); ++at)
                    parts[at]->setText(was.texts[at]);
                if (was.faulty)
                    showFault(line, faultOf(line, this->typed()));
                if (was.focused)
                    line.editor->setFocus();
            }
    tellEditors();
    giveByRule();
    if (hasOtherFields())
        layOut();
    QTimer::singleShot(0, m_scroll, [scroll = m_scroll, scrolled] { scroll->verticalScrollBar()->setValue(scrolled); });
    m_duplicateTimer.start();
}

void RecordForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // Once all events are through: the fields in the middle of being told would be gone.
    if (event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &RecordForm::retranslate, Qt::QueuedConnection);
}

void RecordForm::searchDuplicates()
{
    const Record record = typed();
    if (m_duplicates->parentWidget() == this || rules::Similarity(record.entity()).isEmpty())
        return;
    m_records.findAlike(record, this, [this](const Result<QList<AlikeRecord>> &alike) {
        showDuplicates(alike.ok() ? *alike : QList<AlikeRecord>());
    });
}

void RecordForm::showDuplicates(const QList<AlikeRecord> &alike)
{
    const auto link = [](const char *what, const model::RecordRef &ref, const QString &text) {
        return QStringLiteral("<a href='%1:%2'>%3</a>").arg(QLatin1StringView(what), ref.id.text(), text.toHtmlEscaped());
    };
    const bool mayMerge = !m_new && m_records.may(model::Action::Delete, m_base.entity().id);
    QStringList lines;
    for (const AlikeRecord &other : alike.mid(0, MostDuplicates)) {
        QString line = link("open", other.ref, m_records.title(other.ref)) + QStringLiteral(" – ")
                       + reasonText(m_base.entity(), other.likening.reasons).toHtmlEscaped();
        if (m_new || mayMerge)
            line += QStringLiteral(" · ") + (m_new ? link("use", other.ref, tr("use it instead")) : link("merge", other.ref, tr("merge…")));
        lines.append(line);
    }
    m_duplicates->setText(tr("Perhaps already there: %1").arg(lines.size() == 1 ? lines.first() : QStringLiteral("<br>") + lines.join(QStringLiteral("<br>"))));
    m_duplicates->setVisible(!lines.isEmpty() && m_duplicates->parentWidget() != this);
}

void RecordForm::followDuplicate(const QString &link)
{
    const model::RecordRef ref{m_base.entity().id, Uuid::fromText(link.section(u':', 1)).value_or(Uuid())};
    if (link.startsWith(QLatin1String("use:"))) {
        discard();
        Q_EMIT useRequested(ref);
    } else if (link.startsWith(QLatin1String("merge:"))) {
        if (save())
            Q_EMIT mergeRequested(ref);
    } else {
        Q_EMIT openRequested(ref);
    }
}

void RecordForm::createLinked(FieldEditor *editor, model::EntityId entity, const QString &name)
{
    Preset preset;
    const model::Entity &target = m_records.catalogue().at(entity);
    if (const Field *title = target.field(target.titleFields.value(0)); title && title->isText() && title->isEditable())
        preset.append({title->id, model::Value(name)});
    auto *dialog = new RecordFormDialog(m_records, m_drafts, entity, preset, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    const auto take = [this, editor](const model::RecordRef &ref) {
        const bool any = editor->field().type == model::FieldType::AnyReference;
        if (editor->field().type == model::FieldType::References)
            editor->setValue(model::valueOf(idsOf(editor->value()) + QList<Uuid>{ref.id}));
        else
            editor->setValue(any ? model::Value(ref) : model::Value(ref.id));
        onEdited(editor);
    };
    connect(dialog->form(), &RecordForm::saved, editor, take);
    connect(dialog->form(), &RecordForm::useRequested, editor, take);
    connect(dialog->form(), &RecordForm::openRequested, this, &RecordForm::openRequested);
    connect(dialog->form(), &RecordForm::failed, this, &RecordForm::failed);
    dialog->show();
}

} // namespace guanxi::app
