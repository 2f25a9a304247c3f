// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdesk.h"

#include "common/model/catalogue/customers.h"

namespace guanxi::test {

using namespace model;

TestDesk::TestDesk(const QString &folder, const Clock *clock)
    : m_folder(folder.isEmpty() ? m_temporary.path() : folder), m_clock(clock ? *clock : m_system)
{
    restart();
}

void TestDesk::restart()
{
    m_desk.reset();
    m_desk = std::make_unique<app::Desk>(m_folder, m_clock, m_random);
}

Result<void> TestDesk::enrol(const QString &code, const QString &login, const QString &password)
{
    std::optional<Result<void>> answer;
    QObject context;
    QObject::connect(m_desk.get(), &app::Desk::finished, &context, [&](const Result<void> &result) { answer = result; });
    m_desk->enrol(code, login, password);
    if (!waitFor([&] { return answer.has_value(); }, 60'000))
        answer = Error{ErrorCode::TimedOut, {}};
    if (!answer->ok())
        qWarning("enrolling %s: %s (%s)", qPrintable(login), errorName(answer->error().code).data(), qPrintable(answer->error().args.join(QStringLiteral(", "))));
    if (answer->ok() && !waitQuiet())
        return Error{ErrorCode::TimedOut, {QStringLiteral("quiet")}};
    return *answer;
}

bool TestDesk::waitQuiet(int milliseconds)
{
    return waitFor([this] { return m_desk->isQuiet(); }, milliseconds);
}

QHash<RecordRef, Record> TestDesk::rows()
{
    QHash<RecordRef, Record> rows;
    for (const Entity &entity : m_desk->catalogue().entities())
        for (const storage::StoredRecord &stored : m_desk->view().records().loadAfter(entity.id, 0, 10'000'000).value())
            rows.insert(stored.record.ref(), stored.record);
    return rows;
}

bool holdTheSame(TestDesk &one, TestDesk &other)
{
    const QHash<RecordRef, Record> a = one.rows(), b = other.rows();
    return a.size() == b.size() && std::all_of(a.begin(), a.end(), [&](const Record &row) {
               return b.contains(row.ref()) && row.sameContent(b[row.ref()]) && row.rev() == b[row.ref()].rev();
           });
}

Record newAccount(app::Desk &desk, const QString &name)
{
    Record account = desk.records().create(Account::entity);
    account.set(Account::name, name);
    account.set(Account::region, dictionaryItemId(QStringLiteral("region"), QStringLiteral("CN-E")));
    account.set(Account::accountManager, desk.records().me());
    return account;
}

} // namespace guanxi::test
