// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/templates/templatesview.h"

#include "app/views/templates/newtemplate.h"
#include "app/views/templates/templateeditor.h"
#include "app/views/viewcontext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/fonts.h"
#include "common/model/catalogue/printing.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace guanxi::app {

using namespace Qt::StringLiterals;
using namespace model;

namespace {

constexpr int NumberRole = Qt::UserRole; // of the template; none for a kind of record
constexpr int RowPadding = 8;
enum Column { Name, Stand, Version, Changed, Who, Columns };

QString shownLanguage() { return QLocale().language() == QLocale::Chinese ? u"zh"_s : u"en"_s; }

} // namespace

TemplatesView::TemplatesView(ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_records(context.records()), m_list(new QTreeWidget), m_edit(new QPushButton), m_new(new QPushButton), m_switch(new QPushButton), m_restore(new QPushButton)
{
    build();
    connect(m_list, &QTreeWidget::currentItemChanged, this, &TemplatesView::enable);
    connect(m_list, &QTreeWidget::itemActivated, this, &TemplatesView::edit);
    connect(m_edit, &QPushButton::clicked, this, &TemplatesView::edit);
    connect(m_new, &QPushButton::clicked, this, &TemplatesView::makeNew);
    connect(m_switch, &QPushButton::clicked, this, &TemplatesView::switchOnOrOff);
    connect(m_restore, &QPushButton::clicked, this, &TemplatesView::restoreStandard);
    connect(&m_records, &Records::rightsChanged, this, &TemplatesView::fill);
    connect(&m_records, &Records::changed, this, [this](const QSet<RecordRef> &changed) {
        if (changed.isEmpty() || std::any_of(changed.begin(), changed.end(), [](const RecordRef &ref) { return ref.entity == PrintTemplate::entity; }))
            fill();
    });
    retranslate();
}

void TemplatesView::build()
{
    m_list->setColumnCount(Columns);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->installEventFilter(this);
    auto *bar = new QHBoxLayout;
    for (QPushButton *button : {m_edit, m_new, m_switch, m_restore})
        bar->addWidget(button);
    bar->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addLayout(bar);
    column->addWidget(m_list, 1);
    setFocusProxy(m_list);
}

void TemplatesView::retranslate()
{
    m_list->setHeaderLabels({tr("Template"), tr("Where it is from"), tr("Version"), tr("Changed"), tr("By")});
    m_list->setAccessibleName(tr("Print templates by what they print"));
    m_edit->setText(tr("&Edit…"));
    m_new->setText(tr("&New…"));
    fill();
    m_list->header()->setStretchLastSection(true);
    m_list->setColumnWidth(Name, 300);
    m_list->setColumnWidth(Stand, 260);
    m_list->setColumnWidth(Changed, 150);
}

void TemplatesView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QString TemplatesView::stand(const CompanyTemplate &shown) const
{
    if (!shown.isOwn())
        return tr("Standard");
    if (!shown.isUsed)
        return shown.isStandard ? tr("Ours, switched off: the standard is printed") : tr("Ours, switched off");
    return shown.isStandard ? tr("Ours, in place of the standard") : tr("Ours");
}

void TemplatesView::fill()
{
    const CompanyTemplate *before = chosen();
    const QString code = before ? before->form.id() : QString();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_templates = companyTemplates(m_records);
    QHash<QString, QTreeWidgetItem *> kinds;
    for (qsizetype at = 0; at < m_templates.size(); ++at) {
        const CompanyTemplate &shown = m_templates[at];
        const QString object = shown.form.entities().value(0);
        const Entity *entity = m_records.catalogue().entity(object);
        QTreeWidgetItem *&above = kinds[object];
        if (!above) {
            above = new QTreeWidgetItem(m_list, {entity ? entityPlural(*entity) : object});
            above->setFirstColumnSpanned(true);
            above->setFont(Name, scaledFont(font(), 1, QFont::DemiBold));
            above->setSizeHint(Name, {0, fontMetrics().height() + RowPadding});
        }
        auto *item = new QTreeWidgetItem(above, {shown.form.name(shownLanguage()), stand(shown)});
        item->setData(Name, NumberRole, at);
        item->setSizeHint(Name, {0, fontMetrics().height() + RowPadding});
        if (shown.isOwn()) {
            item->setText(Version, QLocale().toString(shown.record[PrintTemplate::version]));
            if (const Value &when = shown.record.value(system::UpdatedAt); !when.isNull())
                item->setText(Changed, dateTimeText(when.number()));
            item->setText(Who, m_records.title({ids::User, shown.record.value(system::UpdatedBy).id()}));
        }
        if (!code.isEmpty() && shown.form.id() == code)
            m_list->setCurrentItem(item);
    }
    m_list->expandAll();
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0)->child(0));
    enable();
}

const CompanyTemplate *TemplatesView::chosen() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const QVariant at = item ? item->data(Name, NumberRole) : QVariant();
    return at.isValid() && at.toLongLong() < m_templates.size() ? &m_templates[at.toLongLong()] : nullptr;
}

void TemplatesView::enable()
{
    const CompanyTemplate *now = chosen();
    const bool mayMake = m_records.may(Action::Create, PrintTemplate::entity), mayEdit = m_records.may(Action::Edit, PrintTemplate::entity);
    const bool isOwn = now && now->isOwn();
    m_new->setVisible(mayMake);
    m_edit->setVisible(mayMake || mayEdit);
    m_switch->setVisible(mayEdit);
    m_restore->setVisible(m_records.may(Action::Delete, PrintTemplate::entity));
    m_edit->setEnabled(now && (isOwn ? mayEdit : mayMake));
    m_switch->setEnabled(isOwn);
    m_restore->setEnabled(isOwn);
    m_switch->setText(isOwn && !now->isUsed ? tr("S&witch on") : tr("S&witch off"));
    m_restore->setText(isOwn && !now->isStandard ? tr("&Delete") : tr("&Restore the standard"));
}

TemplateEditor *TemplatesView::edit()
{
    const CompanyTemplate *now = chosen();
    return now && m_edit->isVisibleTo(this) && m_edit->isEnabled() ? openTemplateEditor(m_context, *now, this) : nullptr;
}

void TemplatesView::makeNew()
{
    const CompanyTemplate *now = chosen();
    auto *ask = new NewTemplate(m_records, now ? now->form.entities().value(0) : QString(), this);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    connect(ask, &QDialog::accepted, this, [this, ask] { openTemplateEditor(m_context, ask->begun(), this); });
    ask->open();
}

void TemplatesView::switchOnOrOff()
{
    const CompanyTemplate *now = chosen();
    if (!now || !now->isOwn() || !m_switch->isVisibleTo(this))
        return;
    Record record = now->record;
    record.setValue(PrintTemplate::active.id, !now->isUsed);
    const Result<Saved> saved = m_records.save(record);
    if (!saved)
        return m_context.showError(saved.error());
    m_context.notify(record[PrintTemplate::active] != 0 ? tr("Switched on") : tr("Switched off"), saved->action);
}

void TemplatesView::restoreStandard()
{
    const CompanyTemplate *now = chosen();
    if (!now || !now->isOwn() || !m_restore->isVisibleTo(this))
        return;
    const QString said = now->isStandard ? tr("The standard is printed again") : tr("Deleted");
    const Result<Saved> removed = m_records.remove({now->record.ref()});
    if (!removed)
        return m_context.showError(removed.error());
    m_context.notify(said, removed->action);
}

bool TemplatesView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete) {
            restoreStandard();
            return true;
        }
        if (key->matches(QKeySequence::New)) {
            makeNew();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace guanxi::app
