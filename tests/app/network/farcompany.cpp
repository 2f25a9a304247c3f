// SPDX-License-Identifier: GPL-3.0-or-later
#include "farcompany.h"

#include <catch2/catch_test_macros.hpp>

#include <QJsonArray>

namespace guanxi::test {

using namespace model;

FarCompany::FarCompany(const FarHost &host, const PacketLine &line, const PacketLine &officeLine, const QStringList &options)
    : server({line.farAddress(), host.entry()}, options)
{
    server.start();
    const QLatin1String password(ServerProcess::AdminPassword);
    REQUIRE(office.enrol(server.code(officeLine.farAddress()), QStringLiteral("admin"), password).ok());
    REQUIRE(away.enrol(server.code(), QStringLiteral("admin"), password).ok());
}

RecordRef FarCompany::save(TestDesk &at, const QString &name)
{
    const Record account = newAccount(*at, name);
    REQUIRE(at->records().save(account).ok());
    return account.ref();
}

bool FarCompany::isSettled()
{
    return away->isQuiet() && office->isQuiet() && holdTheSame(away, office);
}

QList<int> FarCompany::sessions()
{
    QList<int> numbers;
    for (const QJsonValue &session : server.ask({QStringLiteral("sessions")})[QLatin1String("sessions")].toArray())
        numbers << session[QLatin1String("number")].toInt();
    return numbers;
}

FarCompanies::FarCompanies()
{
    for (const QStringList &options : {QStringList(), QStringList{QStringLiteral("--postgres"), m_database.place()}})
        m_companies.push_back(std::make_unique<FarCompany>(m_host, line, office, options));
}

QList<RecordRef> FarCompanies::save(TestDesk FarCompany::*at, const QString &name)
{
    QList<RecordRef> saved;
    for (const auto &company : m_companies)
        saved << FarCompany::save((*company).*at, name);
    return saved;
}

bool FarCompanies::show(TestDesk FarCompany::*at, const QList<RecordRef> &records)
{
    bool shown = true;
    for (size_t i = 0; i < m_companies.size(); ++i)
        shown = shown && FarCompany::shows((*m_companies[i]).*at, records[qsizetype(i)]);
    return shown;
}

QList<QList<int>> FarCompanies::sessions()
{
    QList<QList<int>> all;
    for (const auto &company : m_companies)
        all << company->sessions();
    return all;
}

} // namespace guanxi::test
