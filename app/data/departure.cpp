// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/departure.h"

#include "common/model/catalogue/organisation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace guanxi::app {

using model::AuditEvent;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestText = 500; // of a filter: it is told shortly

} // namespace

model::Record Departure::event(const model::Entity &audit, const Uuid &id, const Uuid &user, qint64 now) const
{
    QJsonObject detail{{u"view"_s, view.left(LongestText)}, {u"format"_s, format}, {u"records"_s, records}};
    const auto add = [&detail](const QString &key, const QJsonValue &value, bool given) {
        if (given)
            detail.insert(key, value);
    };
    add(u"entity"_s, int(entity), entity != 0);
    add(u"related"_s, related, related > 0);
    add(u"left_out"_s, leftOut, leftOut > 0);
    add(u"fields"_s, fields, !fields.isEmpty());
    add(u"with"_s, QJsonArray::fromStringList(with), !with.isEmpty());
    add(u"filter"_s, filter.left(LongestText), !filter.isEmpty());
    add(u"masked"_s, true, masked);
    model::Record event(audit, id);
    event.set(AuditEvent::kind, qint64(way == Way::File ? AuditEvent::Export : AuditEvent::Print));
    event.set(AuditEvent::user, user);
    event.set(AuditEvent::toldAt, now);
    event.set(AuditEvent::detail, QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact)));
    if (!record.isNull())
        event.set(AuditEvent::record, record);
    return event;
}

Departure Departure::by(const QString &how) const
{
    Departure made = *this;
    made.format = how;
    made.way = how == "printer"_L1 ? Way::Paper : Way::File;
    return made;
}

Departure Departure::told(const QString &detail)
{
    const QJsonObject told = QJsonDocument::fromJson(detail.toUtf8()).object();
    Departure departure;
    departure.view = told[u"view"_s].toString();
    departure.format = told[u"format"_s].toString();
    departure.records = told[u"records"_s].toInteger();
    return departure;
}

} // namespace guanxi::app
