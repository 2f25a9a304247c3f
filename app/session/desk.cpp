// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/desk.h"

#include "common/model/catalogue.h"
#include "common/model/codec.h"
#include "common/protocol/connectioncode.h"

#include <QDir>

namespace guanxi::app {

using namespace protocol;

Desk::Desk(QString folder, const Clock &clock, Random &random, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)), m_clock(clock), m_random(random), m_ids(clock, random),
      m_vault(path("key.json"), clock), m_lease(clock), m_link(clock, random),
      m_inquiries([this](const Inquiries::Question &question) {
          return m_link.isReady() ? std::visit([this](const auto &asked) { return request(asked); }, question) : 0;
      }), m_farewell(path("farewell.json"), clock, random)
{
    model::declareAll(m_catalogue);
    QDir().mkpath(m_folder);
    if (const Result<Profile> profile = Profile::load(path("profile.json")))
        m_profile = *profile;
    // A crash may have come in the middle of it.
    if (const Result<void> ended = endRemoval(); !ended)
        QMetaObject::invokeMethod(this, [this, fault = ended.error()] { Q_EMIT faulted(fault); }, Qt::QueuedConnection);
    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, &Desk::tick);
    connect(&m_link, &ServerLink::connecting, this, [this] { m_status.setLink(SyncStatus::Link::Connecting); });
    connect(&m_link, &ServerLink::ready, this, &Desk::ready);
    connect(&m_link, &ServerLink::received, this, &Desk::receive);
    connect(&m_link, &ServerLink::heard, this, [this] {
        if (m_sync)
            m_sync->post([](SyncEngine &engine) { engine.heard(); });
    });
    connect(&m_link, &ServerLink::wipeOrdered, this, &Desk::beginRemoval);
    connect(&m_link, &ServerLink::lost, this, [this](const Error &reason) {
        disconnected();
        m_status.setLink(SyncStatus::Link::Offline, reason);
        // A first connection that breaks, or hangs until it is given up, is tried again by the link.
        if (m_enrolling && --m_enrolAttempts <= 0)
            openingFailed(m_outbox ? Error{ErrorCode::LeaseExpired, {}} : reason);
    });
    connect(&m_link, &ServerLink::refused, this, [this](const Error &reason) {
        m_offered.clear();
        m_link.setPassword(m_password);
        disconnected();
        if (m_trusted)
            m_profile = *std::exchange(m_trusted, std::nullopt);
        m_status.setLink(SyncStatus::Link::Refused, reason);
        if (m_enrolling)
            openingFailed(reason);
    });
}

Desk::~Desk() { m_link.stop(); }

QString Desk::path(const char *file) const { return QDir(m_folder).filePath(QLatin1String(file)); }

bool Desk::isNew() const { return !m_profile.enrolled || !m_vault.exists(); }

void Desk::enrol(const QString &connectionCode, const QString &login, const QString &password)
{
    const Result<ConnectionCode> code = decodeConnectionCode(connectionCode);
    if (!code)
        return Q_EMIT finished(code.error());
    if (!isNew())
        return Q_EMIT finished(Error{ErrorCode::AlreadyExists, {m_folder, m_profile.companyName}});
    if (const Result<void> made = makeSecrets(password); !made)
        return Q_EMIT finished(made);
    m_password = password;
    m_profile = {code->host, code->port, code->keyPin, code->company, login};
    m_enrolling = true;
    m_enrolAttempts = EnrolAttempts;
    startLink(code->token);
}

Result<void> Desk::makeSecrets(const QString &password)
{
    // By its key the server knows whose enrolment is repeated because the answer never came.
    if (!m_secrets.signingKey.isEmpty() && m_vault.exists())
        return m_vault.rewrap(m_secrets, password);
    Result<VaultSecrets> secrets = m_vault.create(password);
    if (!secrets)
        return secrets.error();
    m_secrets = std::move(*secrets);
    return {};
}

Result<void> Desk::enrolAgain(const QString &connectionCode)
{
    const Result<ConnectionCode> code = decodeConnectionCode(connectionCode);
    if (!code)
        return code.error();
    if (!m_trusted)
        m_trusted = m_profile;
    m_profile.others.clear();
    m_profile.host = code->host;
    m_profile.port = code->port;
    m_profile.pin = code->keyPin;
    m_offline = false;
    startLink(code->token);
    return {};
}

Result<void> Desk::takeIdentity(const Ready &ready)
{
    const ReplicaIdentity known = m_outbox->identity();
    if (known.replica.isNull())
        return m_outbox->setIdentity({m_company, ready.replica, ready.user, ready.login, ready.realName});
    if (known.user != ready.user)
        return Error{ErrorCode::UserDisabled, {}}; // another one of the same name: this work is not his
    return known.replica == ready.replica ? Result<void>() : m_outbox->fork(ready.replica, m_secrets.signingKey);
}

void Desk::signOut()
{
    // To the server, signing out of a removed computer means that everything is destroyed.
    if (!m_removal)
        m_link.send(SignOut{});
    m_link.stop();
    if (m_outbox)
        static_cast<void>(storeLease()); // what is lost is a minute at most
    closeFiles();
    m_removal.reset();
    m_outbox.reset();
    m_secrets = {};
    m_password.clear();
    m_status.setLink(SyncStatus::Link::Offline);
}

void Desk::setOffline(bool offline)
{
    if (std::exchange(m_offline, offline) == offline || !isOpen())
        return;
    if (offline) {
        m_link.stop();
        disconnected();
        m_status.setLink(SyncStatus::Link::Offline);
    } else {
        startLink({});
    }
}

void Desk::startLink(const QByteArray &token) { m_link.start(credentials(token)); }

Credentials Desk::credentials(const QByteArray &token) const
{
    Credentials credentials{m_profile.host, m_profile.port, m_profile.pin, token, {}, {}, m_profile.login, m_password, m_secrets,
                            m_catalogue.version(), m_profile.others};
    if (m_outbox) {
        credentials.replica = m_outbox->identity().replica;
        credentials.company = m_outbox->identity().company;
    }
    return credentials;
}

void Desk::ready(const Ready &ready)
{
    m_profile.enrolled = true;
    m_profile.removal = Profile::Removal::None; // a computer that was removed has been enrolled anew
    Result<void> opened;
    if (!isOpen())
        opened = openFiles();
    if (opened)
        opened = takeIdentity(ready);
    if (opened)
        m_trusted.reset();
    if (opened)
        opened = m_profile.save(path("profile.json"));
    if (opened) {
        m_lease.renew(ready.serverTime, ready.leaseSeconds);
        opened = storeLease();
    }
    if (opened && !m_offered.isEmpty())
        opened = adoptPassword(std::exchange(m_offered, QString()));
    if (!opened) {
        m_link.stop();
        m_status.setLink(SyncStatus::Link::Refused, opened.error());
        if (std::exchange(m_enrolling, false))
            Q_EMIT finished(opened.error());
        else
            Q_EMIT faulted(opened.error());
        return;
    }
    // Before any row arrives that has them.
    QList<model::Record> customFields;
    for (const QByteArray &bytes : ready.customFields)
        customFields.append(model::decodeRecord(bytes, m_catalogue));
    if (const Result<QSet<model::EntityId>> adopted = adoptCustomFields(customFields); !adopted)
        Q_EMIT faulted(adopted.error());
    const SyncEngine::Send send = sender();
    m_status.setConnected(m_connection);
    m_sync->post([ready, send, connection = m_connection](SyncEngine &engine) { engine.connected(ready, send, connection); });
    if (ready.features.contains(BlobsFeature))
        m_attachments->connected(ready.epoch, send);
    if (std::exchange(m_enrolling, false))
        Q_EMIT finished(Result<void>());
}

SyncEngine::Send Desk::sender()
{
    return [this, connection = ++m_connection](const Message &message) {
        QMetaObject::invokeMethod(&m_link, [this, connection, message] {
            if (connection == m_connection && m_link.isReady())
                m_link.send(message);
        });
    };
}

void Desk::disconnected()
{
    m_inquiries.disconnected();
    if (m_sync)
        m_sync->post([](SyncEngine &engine) { engine.disconnected(); });
    if (m_attachments)
        m_attachments->disconnected();
}

void Desk::receive(const Message &message)
{
    if (m_inquiries.receive(message) || (m_attachments && m_attachments->receive(message)))
        return;
    if (const Welcome *welcome = std::get_if<Welcome>(&message)) {
        m_company = welcome->company;
        m_profile.companyName = welcome->companyName;
    }
    if (const Servers *servers = std::get_if<Servers>(&message); servers && servers->addresses != m_profile.others) {
        m_profile.others = servers->addresses;
        m_link.setOthers(m_profile.others);
        if (const Result<void> saved = m_profile.save(path("profile.json")); !saved)
            Q_EMIT faulted(saved.error());
    }
    if (std::holds_alternative<Done>(message) && !m_newPassword.isEmpty()) {
        Q_EMIT passwordChanged(adoptPassword(std::exchange(m_newPassword, QString())));
    }
    if (const ErrorMessage *error = std::get_if<ErrorMessage>(&message); error && error->request != 0 && !m_newPassword.isEmpty()) {
        m_newPassword.clear();
        Q_EMIT passwordChanged(error->error());
    }
    if (const PushAck *ack = std::get_if<PushAck>(&message); ack && m_removal)
        m_removal->receive(*ack);
    if (m_sync)
        m_sync->receive(message);
    Q_EMIT messageReceived(message);
}

Result<void> Desk::adoptPassword(const QString &password)
{
    GUANXI_TRY(m_vault.rewrap(m_secrets, password));
    m_password = password;
    m_link.setPassword(password);
    return {};
}

void Desk::changePassword(const QString &oldPassword, const QString &newPassword)
{
    if (!m_link.isReady())
        return Q_EMIT passwordChanged(Error{ErrorCode::Disconnected, {}});
    m_newPassword = newPassword;
    m_link.send(ChangePassword{++m_request, oldPassword, newPassword});
}

void Desk::checkData()
{
    if (m_sync)
        m_sync->post([](SyncEngine &engine) { engine.compare(); });
}

QString Desk::realName() const { return m_outbox ? m_outbox->identity().realName : QString(); }

qint64 Desk::request(History history)
{
    history.request = ++m_request;
    m_link.send(history);
    return history.request;
}

qint64 Desk::request(Reveal reveal)
{
    reveal.request = ++m_request;
    m_link.send(reveal);
    return reveal.request;
}

} // namespace guanxi::app
