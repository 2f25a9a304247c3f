// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/loadclient.h"

#include "common/model/codec.h"
#include "common/model/record.h"

namespace guanxi::test {

using namespace protocol;
using model::Record;
using model::RecordChange;
using model::RecordRef;

namespace {

/// Commits of which somebody may still be told.
constexpr qsizetype MostCommits = 10'000;
constexpr int PageBytes = 512 * 1024;
constexpr int RetryMs = 1'000;

/// Identity and revision of an encoded record, without its fields.
std::pair<RecordRef, qint64> headOf(const QByteArray &bytes)
{
    CborReader reader(bytes);
    reader.enterArray();
    RecordRef ref;
    ref.entity = model::EntityId(reader.integer());
    ref.id = model::readId(reader);
    return {ref, reader.integer()};
}

} // namespace

void CommitTimes::answered(qint64 rev, qint64 at, Histogram &told)
{
    if (m_answers.size() >= MostCommits)
        m_answers.clear();
    if (m_early.size() >= MostCommits)
        m_early.clear();
    m_answers.insert(rev, at);
    for (const qint64 early : m_early.take(rev))
        told.add(std::max<qint64>(0, early - at));
}

void CommitTimes::told(qint64 rev, qint64 at, Histogram &told)
{
    if (const auto answer = m_answers.constFind(rev); answer != m_answers.constEnd())
        told.add(at - *answer);
    else
        m_early[rev].append(at);
}

LoadClient::LoadClient(Shared &shared, const app::Credentials &credentials, QObject *parent)
    : QObject(parent), m_shared(shared), m_credentials(credentials), m_link(shared.clock, shared.random), m_light(shared.catalogue, credentials.replica)
{
    connect(&m_link, &app::ServerLink::ready, this, &LoadClient::ready);
    connect(&m_link, &app::ServerLink::received, this, &LoadClient::receive);
    connect(&m_link, &app::ServerLink::lost, this, [this] {
        m_light.setLive(false);
        m_startedAt = now();
        ++m_shared.figures.lost;
    });
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &LoadClient::sendAgain);
    connect(&m_link, &app::ServerLink::refused, this, [this](const Error &reason) {
        m_shared.figures.fault(QStringLiteral("refused: %1").arg(QLatin1StringView(errorName(reason.code))));
    });
}

void LoadClient::start()
{
    m_light.setLive(false);
    m_startedAt = now();
    m_link.start(m_credentials);
}

void LoadClient::ready(const Ready &ready)
{
    m_shared.figures.signIn.add(now() - m_startedAt);
    m_credentials.token.clear();
    m_credentials.replica = ready.replica;
    m_light.take(ready);
    m_light.setLive(false);
    m_link.send(Resume{Uuid::fromBytes(m_shared.random.bytes(Uuid::Size))});
    pull();
    sendAgain();
}

void LoadClient::readAgain()
{
    m_rows.clear();
    m_edited.clear();
    m_light.readAgain();
    pull();
}

void LoadClient::receive(const Message &message)
{
    if (const Page *page = std::get_if<Page>(&message))
        return take(*page);
    if (const Live *told = std::get_if<Live>(&message))
        return take(*told);
    if (const PushAck *ack = std::get_if<PushAck>(&message))
        return take(*ack);
    if (std::holds_alternative<Lagged>(message))
        pull();
    if (const RightsChanged *changed = std::get_if<RightsChanged>(&message)) {
        m_light.take(*changed);
        pull();
    }
}

void LoadClient::pull()
{
    m_light.setLive(false);
    m_link.send(m_light.nextPull(PageBytes));
}

void LoadClient::take(const Page &page)
{
    if (!m_light.take(page))
        return pull();
    for (const QByteArray &bytes : page.upserts)
        takeRow(bytes, page.head);
    for (const RecordRef &ref : page.removes) {
        m_rows.remove(ref);
        m_edited.remove(ref);
    }
    if (!m_light.isLive())
        return pull();
    if (m_startedAt >= 0)
        m_shared.figures.current.add(now() - std::exchange(m_startedAt, -1));
}

void LoadClient::take(const Live &live)
{
    if (!m_light.isLive())
        return; // the pull under way brings it
    const qint64 known = m_light.cursor();
    if (!m_light.take(live)) {
        m_shared.figures.fault(QStringLiteral("told from %1 on, held up to %2").arg(live.from).arg(known));
        return pull();
    }
    for (const QByteArray &bytes : live.upserts)
        takeRow(bytes, live.to);
    for (const RecordRef &ref : live.removes)
        m_rows.remove(ref);
    m_shared.commits.told(live.to, now(), m_shared.figures.told);
}

void LoadClient::takeRow(const QByteArray &bytes, qint64 newest)
{
    const auto [ref, rev] = headOf(bytes);
    qint64 &held = m_rows[ref];
    if (rev < held || rev > newest || rev <= 0)
        m_shared.figures.fault(QStringLiteral("row of revision %1 up to %2, held at %3").arg(rev).arg(newest).arg(held));
    held = rev;
    ++m_shared.figures.rows;
    if (m_shared.edited.contains(ref))
        m_edited.insert(ref, model::decodeRecord(bytes, m_shared.catalogue));
}

void LoadClient::take(const PushAck &ack)
{
    for (const PushResult &result : ack.results) {
        if (result.status == PushStatus::Retry) {
            m_retry.start(RetryMs);
            return;
        }
        if (m_unanswered.isEmpty() || m_unanswered.first().set.seq != result.seq) {
            m_shared.figures.fault(QStringLiteral("answer to %1 out of turn").arg(result.seq));
            continue;
        }
        const qint64 answeredAt = now();
        const Unanswered answered = m_unanswered.takeFirst();
        if (answered.since > 0)
            m_shared.figures.acknowledged.add(answeredAt - answered.since);
        ++m_shared.figures.saved;
        const bool whole = result.status == PushStatus::Applied || result.status == PushStatus::Duplicate;
        m_shared.figures.clashed += whole ? 0 : 1;
        if (!whole && answered.set.changes.first().kind == model::ChangeKind::Insert)
            m_shared.figures.fault(QStringLiteral("new record refused: %1 %2").arg(QLatin1StringView(errorName(result.code)), result.args.join(u' ')));
        m_shared.commits.answered(result.rev, answeredAt, m_shared.figures.told);
    }
    if (!ack.results.isEmpty())
        m_link.send(Confirm{ack.results.last().seq});
}

void LoadClient::save(QList<RecordChange> changes)
{
    m_unanswered.append({m_light.set(std::move(changes), m_shared.clock.wallMs()), now()});
    send({m_unanswered.last()});
}

bool LoadClient::edit(const RecordRef &ref, model::FieldId field, const model::Value &value)
{
    const auto found = m_edited.constFind(ref);
    if (found == m_edited.constEnd())
        return false;
    save({{model::ChangeKind::Update, ref, found->rev(), {{field, found->value(field), value, found->rev()}}}});
    return true;
}

void LoadClient::sendAgain()
{
    for (Unanswered &waiting : m_unanswered)
        waiting.since = 0;
    send(m_unanswered);
}

void LoadClient::send(const QList<Unanswered> &sets)
{
    Push push;
    for (const Unanswered &waiting : sets)
        push.sets.append(model::encodeChangeSet(waiting.set));
    if (!push.sets.isEmpty())
        m_link.send(push);
}

} // namespace guanxi::test
