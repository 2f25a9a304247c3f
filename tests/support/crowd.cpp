// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/crowd.h"

#include "common/protocol/connectioncode.h"
#include "common/protocol/signature.h"
#include "common/rules/defaults.h"
#include "tests/support/testdesk.h"

namespace guanxi::test {

using namespace model;

namespace {

constexpr int ActEachMs = 20;
/// How long somebody who lost the connection stays away.
constexpr int AwayMs = 2'000;
constexpr int LookEachMs = 200;
constexpr int SeedSize = 32;

} // namespace

Crowd::Crowd(ServerProcess &server)
    : m_server(server), m_shared{m_catalogue, m_clock, m_random, m_figures, m_commits, m_time, {}}
{
    declareAll(m_catalogue);
    m_time.start();
}

Crowd::~Crowd() = default;

void Crowd::add(int count, const QString &login, const QString &password)
{
    for (int i = 0; i < count; ++i) {
        const auto code = protocol::decodeConnectionCode(m_server.ask({QStringLiteral("code")})[QLatin1String("code")].toString());
        if (!code)
            qFatal("the server's code cannot be read");
        app::Credentials credentials;
        credentials.host = QStringLiteral("127.0.0.1");
        credentials.port = m_server.port();
        credentials.pin = code->keyPin;
        credentials.token = code->token;
        credentials.login = login;
        credentials.password = password;
        credentials.secrets.signingKey = protocol::keyPairFrom(m_random.bytes(SeedSize)).secretKey;
        credentials.schema = m_catalogue.version();
        m_clients.push_back(std::make_unique<LoadClient>(m_shared, credentials));
    }
}

void Crowd::startAll()
{
    for (const auto &client : m_clients)
        if (!client->isReady())
            client->start();
}

void Crowd::cutAll()
{
    m_away.clear();
    for (const auto &client : m_clients)
        client->cut();
}

bool Crowd::areLive() const
{
    return std::all_of(m_clients.begin(), m_clients.end(), [](const auto &client) { return client->isLive(); });
}

bool Crowd::waitLive(int milliseconds)
{
    return waitFor([this] { return areLive(); }, milliseconds);
}

bool Crowd::waitSettled(int milliseconds)
{
    const auto answered = [this] {
        return areLive() && std::all_of(m_clients.begin(), m_clients.end(), [](const auto &client) { return client->unanswered() == 0; });
    };
    // What was told last may still be on its way: until those of one user hold the same, which is dear to find out.
    qint64 lookedAt = 0;
    return waitFor(answered, milliseconds) && waitFor([&] {
        if (m_time.elapsed() - lookedAt < LookEachMs)
            return false;
        const bool same = differences().isEmpty();
        lookedAt = m_time.elapsed();
        return same;
    }, milliseconds);
}

Record Crowd::newRecord(EntityId entity, size_t place)
{
    const LightReplica &author = m_clients.at(place)->light();
    Record record(m_catalogue.at(entity), m_ids.next());
    rules::applyDefaults(record, {author.user(), author.rights().department(), m_clock.wallMs(), rules::dayOf(m_clock.wallMs())});
    return record;
}

Record Crowd::newAccount(size_t place)
{
    Record account = newRecord(Account::entity, place);
    account.set(Account::name, QStringLiteral("杭州远东机械设备有限公司%1").arg(++m_made));
    account.set(Account::shortName, QStringLiteral("远东"));
    account.set(Account::region, dictionaryItemId(QStringLiteral("region"), QStringLiteral("CN-E")));
    account.set(Account::accountManager, m_clients.at(place)->light().user());
    return account;
}

bool Crowd::makeEdited(int count)
{
    QList<RecordChange> changes;
    for (int i = 0; i < count; ++i) {
        const Record account = newAccount(0);
        m_shared.edited.insert(account.ref());
        changes.append(insertionOf(account));
    }
    at(0).save(changes);
    return waitSettled(30'000);
}

int Crowd::times(double perSecond, qint64 elapsedMs)
{
    const double mean = perSecond * double(elapsedMs) / 1'000;
    const bool once = double(m_random.below(1'000'000)) < (mean - std::floor(mean)) * 1'000'000;
    return int(mean) + (once ? 1 : 0);
}

void Crowd::act(const Mix &mix, qint64 elapsedMs)
{
    const qint64 now = m_clock.monotonicMs();
    while (!m_away.isEmpty() && m_away.first().first <= now)
        m_away.takeFirst().second->start();
    for (int i = times(mix.saves, elapsedMs); i > 0; --i) {
        const size_t place = anyone();
        if (at(place).isLive())
            at(place).save({insertionOf(newAccount(place))});
    }
    for (int i = m_shared.edited.isEmpty() ? 0 : times(mix.edits, elapsedMs); i > 0; --i) {
        const auto record = std::next(m_shared.edited.cbegin(), qsizetype(m_random.below(quint64(m_shared.edited.size()))));
        if (LoadClient &client = at(anyone()); client.isLive())
            client.edit(*record, Account::remark.id, QStringLiteral("第 %1 次").arg(m_random.below(1'000'000)));
    }
    for (int i = times(mix.cuts, elapsedMs); i > 0; --i)
        if (LoadClient &client = at(anyone()); client.isLive()) {
            client.cut();
            m_away.append({now + AwayMs, &client});
        }
    for (int i = times(mix.readsAgain, elapsedMs); i > 0; --i)
        if (LoadClient &client = at(anyone()); client.isLive())
            client.readAgain();
}

void Crowd::play(const Mix &mix, int milliseconds, const std::function<void()> &watch)
{
    QTimer actor;
    QElapsedTimer since; // a loop that is late does more at once
    since.start();
    QObject::connect(&actor, &QTimer::timeout, &actor, [&] { act(mix, since.restart()); });
    actor.start(ActEachMs);
    QTimer watcher;
    if (watch) {
        QObject::connect(&watcher, &QTimer::timeout, &watcher, watch);
        watcher.start(1'000);
    }
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
    for (const auto &[when, client] : std::exchange(m_away, {}))
        client->start();
}

QStringList Crowd::differences() const
{
    QStringList found;
    QHash<Uuid, const LoadClient *> first; // by user
    for (const auto &client : m_clients) {
        const LoadClient *&like = first[client->light().user()];
        if (!like)
            like = client.get();
        else if (like->rows() != client->rows())
            found.append(QStringLiteral("%1: %2 rows, %3: %4").arg(like->light().replica().text()).arg(like->rows().size())
                             .arg(client->light().replica().text()).arg(client->rows().size()));
    }
    return found;
}

} // namespace guanxi::test
