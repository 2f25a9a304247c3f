// SPDX-License-Identifier: GPL-3.0-or-later
// How what was edited becomes the company's template: the record, drafts, versions, what others do meanwhile.
#include "app/views/templates/templateeditor.h"

#include "app/data/draftstore.h"
#include "app/views/templates/templatetree.h"
#include "app/views/templates/templateversions.h"
#include "app/views/viewcontext.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/printing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace guanxi::app {

using namespace Qt::StringLiterals;
using namespace model;

namespace {

QString compact(const QJsonObject &object) { return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)); }

/// Without what the record says itself.
QString definitionOf(QJsonObject document)
{
    for (const auto key : {"id"_L1, "order"_L1, "name"_L1})
        document.remove(key);
    return compact(document);
}

} // namespace

QJsonObject emptyTemplate(const Entity &entity)
{
    return {{u"for"_s, QJsonArray{entity.name}},
            {u"title"_s, u"{%1}"_s.arg(entity.field(u"number"_s) ? u"number"_s : entity.titleFields.isEmpty() ? u"today"_s : entity.field(entity.titleFields.first())->name)},
            {u"paper"_s, QJsonObject{{u"size"_s, u"A4"_s}}},
            {u"footRight"_s, QJsonObject{{u"zh"_s, u"第 {page} 页 / 共 {pages} 页"_s}, {u"en"_s, u"Page {page} of {pages}"_s}}},
            {u"blocks"_s, QJsonArray{QJsonObject{{u"text"_s, u"{company.name}"_s}, {u"bold"_s, true}, {u"size"_s, 13}}, QJsonObject{{u"rule"_s, 1}, {u"height"_s, 10}}}}};
}

Result<Record> TemplateEditor::recordToSave() const
{
    Record record = m_records.create(PrintTemplate::entity);
    if (m_record.isValid()) {
        const Result<Record> stored = m_records.load(m_record.ref());
        if (!stored)
            return stored.error();
        record = *stored;
    } else {
        record.set(PrintTemplate::code, m_code.isEmpty() ? u"own-"_s + record.id().text() : m_code);
        record.set(PrintTemplate::order, qint64(qBound(1, m_order, 10'000)));
    }
    QJsonObject name;
    for (const QString &language : {u"zh"_s, u"en"_s})
        name.insert(language, nameOf(language));
    record.set(PrintTemplate::name, compact(name));
    record.set(PrintTemplate::object, m_draft.document().value("for"_L1).toArray().at(0).toString());
    record.set(PrintTemplate::definition, definitionOf(m_draft.document()));
    return record;
}

bool TemplateEditor::save()
{
    const auto fault = std::find_if(m_found.begin(), m_found.end(), [](const PaperFault &each) { return each.kind != PaperFault::Kind::MissingLanguage; });
    if (fault != m_found.end()) {
        m_says->setText(tr("It is not saved yet: this would be missing on paper. The sentences above lead there; what you typed is kept as a draft."));
        m_says->show();
        m_faults->setCurrentRow(int(fault - m_found.begin()));
        m_faults->setFocus();
        return false;
    }
    const QString key = draftKey();
    const Result<Record> record = recordToSave();
    const auto problems = record ? m_records.check(*record) : QList<std::pair<FieldId, Error>>();
    const QString before = m_stored;
    m_stored = record ? (*record)[PrintTemplate::definition] : before; // what is told of as changed is our own
    const Result<Saved> saved = !record ? Result<Saved>(record.error()) : problems.isEmpty() ? m_records.save(*record) : Result<Saved>(problems.first().second);
    if (!saved) {
        m_stored = before;
        m_says->setText(errorText(saved.error(), &m_records.catalogue().at(PrintTemplate::entity)));
        m_says->show();
        return false;
    }
    const Result<Record> stored = m_records.load(record->ref());
    m_record = stored ? *stored : *record;
    m_code = m_record[PrintTemplate::code];
    m_saved = m_draft.document();
    m_keeping.stop();
    m_context.drafts().remove(key);
    m_context.notify(tr("Saved"), saved->action);
    m_says->setText(tr("Saved. It is printed so from now on; the server keeps it as a version."));
    m_says->show();
    enable();
    return true;
}

QString TemplateEditor::draftKey() const
{
    const QString begun = m_code.isEmpty() ? u"new/"_s + m_draft.document().value("for"_L1).toArray().at(0).toString() : m_code;
    return u"print-template/"_s + (m_record.isValid() ? m_record.id().text() : begun);
}

void TemplateEditor::keepDraft()
{
    if (isChanged())
        m_context.drafts().put(draftKey(), compact(m_draft.document()).toUtf8());
    else
        m_context.drafts().remove(draftKey());
}

void TemplateEditor::takeUpDraft()
{
    const QJsonObject kept = QJsonDocument::fromJson(m_context.drafts().get(draftKey())).object();
    if (kept.isEmpty() || kept == m_draft.document())
        return;
    m_draft.replace(kept, tr("Draft"));
    m_says->setText(tr("This is what you typed last time and did not save. Undo leads back to what is saved."));
    m_says->show();
}

void TemplateEditor::noteChange(const QSet<RecordRef> &changed)
{
    if (!m_record.isValid() || !(changed.isEmpty() || changed.contains(m_record.ref())))
        return;
    const Result<Record> now = m_records.load(m_record.ref());
    if (!now || now->isDeleted() || (*now)[PrintTemplate::definition] == m_stored)
        return;
    const Result<PaperTemplate> form = PaperTemplate::ofRecord(*now);
    if (!form)
        return;
    const bool isUntouched = !isChanged();
    m_stored = (*now)[PrintTemplate::definition];
    m_record = *now;
    m_saved = form->json();
    if (isUntouched)
        return m_draft.replace(form->json(), tr("Changed by somebody else"));
    m_says->setText(tr("Somebody else has changed this template meanwhile. Saving puts yours in its place; theirs stays among the versions."));
    m_says->show();
    enable();
}

void TemplateEditor::fillBegin(QMenu &menu)
{
    menu.clear();
    for (const CompanyTemplate &other : companyTemplates(m_records)) {
        const Entity *entity = m_records.catalogue().entity(other.form.entities().value(0));
        if (!entity || !other.form.isFor(*entity) || m_draft.document().value("for"_L1).toArray().at(0).toString() != entity->name)
            continue;
        menu.addAction(other.form.name(QLocale().language() == QLocale::Chinese ? u"zh"_s : u"en"_s), this, [this, json = other.form.json()] {
            QJsonObject taken = json;
            for (const auto key : {"id"_L1, "order"_L1, "name"_L1})
                taken.insert(key, m_draft.document().value(key));
            m_draft.replace(taken, tr("Begin from"));
        });
    }
}

void TemplateEditor::showVersions()
{
    auto *versions = new TemplateVersions(m_records, m_record, this);
    versions->setAttribute(Qt::WA_DeleteOnClose);
    connect(versions, &TemplateVersions::taken, this, [this](const QJsonObject &definition) {
        QJsonObject taken = definition;
        for (const auto key : {"id"_L1, "order"_L1, "name"_L1})
            taken.insert(key, m_draft.document().value(key));
        m_draft.replace(taken, tr("Earlier version"));
    });
    versions->open();
}

void TemplateEditor::reject()
{
    if (isChanged()) {
        QMessageBox ask(QMessageBox::Question, windowTitle(), tr("The template has changes that are not saved."), QMessageBox::NoButton, this);
        QPushButton *saving = ask.addButton(tr("&Save"), QMessageBox::AcceptRole);
        QPushButton *leaving = ask.addButton(tr("&Discard"), QMessageBox::DestructiveRole);
        ask.addButton(tr("Go on editing"), QMessageBox::RejectRole);
        ask.setDefaultButton(saving);
        ask.exec();
        const auto *clicked = ask.clickedButton();
        if (clicked != leaving && (clicked != saving || !save()))
            return;
    }
    m_keeping.stop();
    m_context.drafts().remove(draftKey());
    QDialog::reject();
}

} // namespace guanxi::app
