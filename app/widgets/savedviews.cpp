// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/savedviews.h"

#include "common/base/fold.h"
#include "common/model/catalogue/organisation.h"

#include <QJsonDocument>

namespace guanxi::app {

using model::UserSetting;

namespace {

constexpr qint64 MostViews = 200;

} // namespace

QString SavedViews::key() const { return m_subject + u'.' + m_entity.name; }

const model::Entity *SavedViews::settings() const { return m_records.catalogue().entity(UserSetting::entity); }

QList<SavedViews::View> SavedViews::all() const
{
    QList<View> views;
    if (!settings())
        return views;
    storage::Query query;
    query.entity = UserSetting::entity;
    query.filter = storage::Filter::all({storage::Filter::is(UserSetting::user.id, model::Value(m_records.me())),
                                         storage::Filter::is(UserSetting::key.id, model::Value(key()))});
    query.limit = MostViews;
    const Result<QList<model::Record>> found = m_records.findNow(query);
    if (!found.ok())
        return views;
    for (const model::Record &record : *found) {
        const QJsonObject json = QJsonDocument::fromJson(record[UserSetting::value].toUtf8()).object();
        views.append({record.id(), json.value(QStringLiteral("name")).toString(), json.value(QStringLiteral("state")).toObject()});
    }
    std::sort(views.begin(), views.end(), [](const View &a, const View &b) { return sortKey(a.name) < sortKey(b.name); });
    return views;
}

Result<Saved> SavedViews::save(const QString &name, const QJsonObject &state)
{
    if (!settings())
        return {ErrorCode::NotFound, {QStringLiteral("user_setting")}};
    model::Record record = m_records.create(UserSetting::entity);
    for (const View &view : all())
        if (view.name == name)
            if (const Result<model::Record> stored = m_records.load({UserSetting::entity, view.id}); stored.ok())
                record = *stored;
    const QJsonObject json{{QStringLiteral("name"), name}, {QStringLiteral("state"), state}};
    record.set(UserSetting::user, m_records.me());
    record.set(UserSetting::key, key());
    record.set(UserSetting::value, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
    return m_records.save(record);
}

Result<Saved> SavedViews::remove(const Uuid &view) { return m_records.remove({{UserSetting::entity, view}}); }

} // namespace guanxi::app
