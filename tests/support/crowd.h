// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue/customers.h"
#include "tests/support/loadclient.h"
#include "tests/support/serverprocess.h"

namespace guanxi::test {

/// Many light clients of one real server in one event loop, and what a working day does to them.
class Crowd
{
public:
    /// How often, in a second, somebody of the crowd …
    struct Mix {
        double saves = 0;      ///< makes a customer
        double edits = 0;      ///< changes one of a few records that all look at
        double cuts = 0;       ///< loses the connection and comes back
        double readsAgain = 0; ///< fetches everything anew
    };

    explicit Crowd(ServerProcess &server);
    ~Crowd();

    /// So many new computers of this user, not started yet.
    void add(int count, const QString &login, const QString &password);
    /// All those that are not connected connect at once.
    void startAll();
    void cutAll();
    bool waitLive(int milliseconds);
    bool areLive() const;
    /// Everything saved is answered, and everybody holds what the server has.
    bool waitSettled(int milliseconds);
    /// Customers that everybody will edit, made by the first client.
    bool makeEdited(int count);
    /// Plays the mix for so long; looks at `watch` each second.
    void play(const Mix &mix, int milliseconds, const std::function<void()> &watch = {});

    LoadClient &at(size_t place) { return *m_clients.at(place); }
    size_t size() const { return m_clients.size(); }
    /// As the client `place` makes it, to be saved.
    model::Record newRecord(model::EntityId entity, size_t place);
    model::Record newAccount(size_t place);
    LoadFigures &figures() { return m_figures; }
    /// What all clients of one user hold is the same; else which differ.
    QStringList differences() const;

private:
    void act(const Mix &mix, qint64 elapsedMs);
    size_t anyone() { return size_t(m_random.next() % m_clients.size()); }
    /// How often in that time; by chance where it is less than once.
    int times(double perSecond, qint64 elapsedMs);

    ServerProcess &m_server;
    model::Catalogue m_catalogue;
    SystemClock m_clock;
    SystemRandom m_random;
    UuidMaker m_ids{m_clock, m_random};
    QElapsedTimer m_time;
    LoadFigures m_figures;
    CommitTimes m_commits;
    LoadClient::Shared m_shared;
    std::vector<std::unique_ptr<LoadClient>> m_clients;
    QList<std::pair<qint64, LoadClient *>> m_away; ///< when who comes back
    qint64 m_made = 0;
};

} // namespace guanxi::test
