// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/localrecords.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/platform.h"
#include "common/model/catalogue/reference.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace guanxi::test {

template <class T> T must(Result<T> result)
{
    INFO((result.ok() ? std::string() : errorName(result.error().code).latin1() + std::string(" ") + result.error().args.join(u'|').toStdString()));
    REQUIRE(result.ok());
    return *std::move(result);
}
inline void must(const Result<void> &result)
{
    INFO((result.ok() ? std::string() : errorName(result.error().code).latin1() + std::string(" ") + result.error().args.join(u'|').toStdString()));
    REQUIRE(result.ok());
}

/// Outbox and cache of one user in encrypted files, without a server: a test plays what it says.
class LocalCompany
{
public:
    LocalCompany();

    /// Closes both files and opens them again, as after a crash.
    void reopen();
    model::Rights rightsWith(model::Reach reach, const QList<std::pair<model::FieldId, model::FieldRight>> &accountFields = {}) const;
    /// The server grants this as of `head`.
    void grant(const model::Rights &rights, qint64 head);
    /// What is to be forgotten is taken out of the file.
    void forget();
    /// A page that reaches `cursor` and ends all streams.
    void pull(qint64 cursor, const QList<model::Record> &upserts, const QList<model::RecordRef> &removes = {});
    model::Record account(const QString &name, qint64 rev) const;
    model::Record contact(const QString &name, const model::Record &account) const;
    model::Record shown(const model::Record &record) const;
    QString path(const char *file) const { return folder.filePath(QLatin1String(file)); }

    QTemporaryDir folder;
    QByteArray key = QByteArray(32, 'k');
    FakeClock clock;
    SeededRandom random{5};
    mutable UuidMaker ids{clock, random};
    model::Catalogue catalogue;
    Uuid me = ids.next();
    Uuid role = ids.next();
    std::unique_ptr<app::Outbox> outbox;
    std::unique_ptr<app::Cache> cache;
    std::unique_ptr<app::CacheView> view;
    std::unique_ptr<app::QueryReader> reader;
    std::unique_ptr<app::LocalRecords> records;

private:
    qint64 m_rightsVersion = 0;
};

} // namespace guanxi::test
