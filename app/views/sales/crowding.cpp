// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/crowding.h"

#include "common/model/catalogue/opportunities.h"

#include <QCoreApplication>
#include <QLocale>

namespace guanxi::app {

using namespace model;
using storage::Group;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sales)
};

QList<Crowd> above(qint64 most, const QList<Group> &groups)
{
    QList<Crowd> crowds;
    for (const Group &group : groups)
        if (group.count > most && !group.key.isNull())
            crowds.append({group.key.id(), group.count});
    std::ranges::sort(crowds, std::ranges::greater(), &Crowd::count);
    return crowds;
}

} // namespace

void findCrowds(Records &records, const Record &stage, const Filter &whose, QObject *context, std::function<void(const QList<Crowd> &)> take)
{
    storage::Query query;
    query.entity = Opportunity::entity;
    query.filter = Filter::is(Opportunity::stage.id, stage.id());
    if (!whose.isEmpty())
        query.filter = Filter::all({whose, query.filter});
    records.group(query, Opportunity::assignedTo.id, {}, context, [most = qint64(stage[PipelineStage::maxCount]), take = std::move(take)](const Result<QList<Group>> &groups) {
        take(groups ? above(most, *groups) : QList<Crowd>());
    });
}

QString crowdText(const Records &records, const Record &stage, const QList<Crowd> &crowds)
{
    const QLocale locale;
    QStringList lines;
    for (const Crowd &crowd : crowds)
        lines.append(Words::tr("%1: %2, at most %3").arg(records.title({ids::User, crowd.person}), locale.toString(crowd.count), locale.toString(stage[PipelineStage::maxCount])));
    return lines.join(u'\n');
}

} // namespace guanxi::app
