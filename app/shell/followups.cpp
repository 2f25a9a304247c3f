// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/followups.h"

#include "app/views/viewcontext.h"
#include "app/widgets/fieldtext.h"
#include "common/rules/followups.h"

#include <QDateTime>
#include <QEvent>
#include <QMenu>
#include <QTimer>

namespace guanxi::app {

using namespace model;
using rules::FollowUpFields;
using storage::Filter;

namespace {

constexpr int EveryMs = 30'000;
constexpr int SoonMs = 400; // a page of sync changes many records at once
constexpr qint64 MostRows = 100;
constexpr int MostShown = 12;
constexpr qint64 HourMs = 3'600'000;
const QTime Morning(9, 0);

FollowUpFields fieldsOf(EntityId entity) { return *std::ranges::find(rules::followUpFields(), entity, &FollowUpFields::entity); }

/// Candidates by person and date; followUpOf() says which of them count.
storage::Query queryFor(const Records &records, const FollowUpFields &fields, qint64 now)
{
    storage::Query query;
    query.entity = fields.entity;
    // Of whom nobody is assigned to the owner is reminded.
    const Filter unassigned = Filter::all({Filter::empty(fields.person), Filter::is(system::Owner, records.me())});
    const bool owned = records.catalogue().at(fields.entity).field(system::Owner) != nullptr;
    const Filter mine = Filter::is(fields.person, records.me());
    query.filter = Filter::all({Filter::between(fields.at, now - rules::FollowUpReachMs, now), owned ? Filter::any({mine, unassigned}) : mine});
    query.sort = {{fields.at, true}};
    query.limit = MostRows;
    return query;
}

qint64 morningIn(qint64 nowMs, int days)
{
    return QDateTime(QDateTime::fromMSecsSinceEpoch(nowMs).date().addDays(days), Morning).toMSecsSinceEpoch();
}

} // namespace

FollowUpButton::FollowUpButton(ViewContext &context, const Clock &clock, QWidget *parent)
    : QToolButton(parent), m_context(context), m_clock(clock), m_soon(new QTimer(this))
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIcon(QIcon::fromTheme(QStringLiteral("appointment-reminder")));
    setIconSize({16, 16});
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    hide();
    m_soon->setSingleShot(true);
    m_soon->setInterval(SoonMs);
    connect(menu(), &QMenu::aboutToShow, this, &FollowUpButton::fillMenu);
    connect(m_soon, &QTimer::timeout, this, &FollowUpButton::look);
    connect(&context.records(), &Records::changed, this, [this](const QSet<RecordRef> &changed) {
        const bool concerned = changed.isEmpty() || std::ranges::any_of(changed, [](const RecordRef &ref) {
            return std::ranges::find(rules::followUpFields(), ref.entity, &FollowUpFields::entity) != rules::followUpFields().end();
        });
        if (concerned && !m_soon->isActive())
            m_soon->start();
    });
    connect(&context.records(), &Records::rightsChanged, this, &FollowUpButton::look);
    auto *regular = new QTimer(this);
    connect(regular, &QTimer::timeout, this, &FollowUpButton::look);
    regular->start(EveryMs);
    m_soon->start();
}

void FollowUpButton::look() { find(0, {}, ++m_round); }

void FollowUpButton::find(size_t at, QList<DueFollowUp> found, quint64 round)
{
    if (at == rules::followUpFields().size())
        return take(std::move(found));
    const FollowUpFields &fields = rules::followUpFields()[at];
    Records &records = m_context.records();
    if (!records.catalogue().entity(fields.entity) || !records.may(Action::View, fields.entity))
        return find(at + 1, std::move(found), round);
    const auto done = [this, at, round, entity = fields.entity, found = std::move(found)](const Result<Records::Rows> &rows) mutable {
        // A later look is under way.
        if (round != m_round)
            return;
        const Result<QList<Record>> window = rows ? m_context.records().window(entity, *rows) : Result<QList<Record>>(rows.error());
        for (const Record &record : window ? *window : QList<Record>())
            if (const auto followUp = rules::followUpOf(record); followUp && followUp->user == m_context.records().me())
                found.append({record.ref(), followUp->at});
        find(at + 1, std::move(found), round);
    };
    records.find(queryFor(records, fields, m_clock.wallMs()), this, done);
}

void FollowUpButton::take(QList<DueFollowUp> found)
{
    std::ranges::sort(found, std::ranges::greater(), &DueFollowUp::at);
    const QList<DueFollowUp> before = std::exchange(m_due, std::move(found));
    QStringList fresh;
    for (const DueFollowUp &due : std::as_const(m_due))
        if (m_looked && !before.contains(due))
            fresh.append(m_context.records().title(due.record));
    // What waited already when the program started is only counted.
    m_looked = true;
    if (!fresh.isEmpty())
        m_context.notify(fresh.size() == 1 ? tr("Time to follow up: %1").arg(fresh.first()) : tr("Time to follow up: %1 and others").arg(fresh.first()));
    showCount();
}

void FollowUpButton::showCount()
{
    setText(tr("%n follow-ups due", nullptr, int(m_due.size())));
    setAccessibleName(text());
    setToolTip(tr("Shows what you wanted to follow up by now"));
    setVisible(!m_due.isEmpty());
}

void FollowUpButton::fillMenu()
{
    menu()->clear();
    const qint64 now = m_clock.wallMs();
    for (const DueFollowUp &due : m_due.mid(0, MostShown)) {
        const QString title = m_context.records().title(due.record).replace(u'&', QStringLiteral("&&"));
        QMenu *one = menu()->addMenu(tr("%1 · %2").arg(title, dateTimeText(due.at)));
        one->addAction(tr("Open"), this, [this, due] { m_context.openRecord(due.record); });
        const Result<Record> record = m_context.records().load(due.record);
        if (!record || !m_context.records().may(Action::Edit, *record))
            continue;
        one->addSeparator();
        one->addAction(tr("Done"), this, [this, due] { move(due, {}, tr("Follow-up done")); });
        one->addAction(tr("In an hour"), this, [this, due, now] { move(due, now + HourMs, tr("Follow-up put off")); });
        one->addAction(tr("Tomorrow morning"), this, [this, due, now] { move(due, morningIn(now, 1), tr("Follow-up put off")); });
        one->addAction(tr("In a week"), this, [this, due, now] { move(due, morningIn(now, 7), tr("Follow-up put off")); });
    }
    if (m_due.size() > MostShown)
        menu()->addAction(tr("and %n more", nullptr, int(m_due.size()) - MostShown))->setEnabled(false);
}

void FollowUpButton::move(const DueFollowUp &due, const Value &at, const QString &said)
{
    Result<Record> record = m_context.records().load(due.record);
    if (!record)
        return m_context.showError(record.error());
    record->setValue(fieldsOf(due.record.entity).at, at);
    const Result<Saved> saved = m_context.records().save(*record);
    if (!saved)
        return m_context.showError(saved.error());
    m_context.notify(said, saved->action);
}

void FollowUpButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showCount();
}

} // namespace guanxi::app
