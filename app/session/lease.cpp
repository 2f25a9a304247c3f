// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/lease.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace guanxi::app {

namespace {

/// Two systems on one machine may differ by hours about what its clock means.
constexpr qint64 ToleranceMs = 24 * 3600 * 1000;

} // namespace

void Lease::restore(const QByteArray &stored)
{
    const QJsonObject json = QJsonDocument::fromJson(stored).object();
    m_seconds = json[QLatin1String("seconds")].toInteger();
    m_contact = json[QLatin1String("contact")].toInteger();
    m_latest = json[QLatin1String("latest")].toInteger();
    m_wall = json[QLatin1String("wall")].toInteger();
    m_doubtful = json[QLatin1String("doubtful")].toBool() || m_clock.wallMs() < m_wall - ToleranceMs;
    m_at = m_clock.monotonicMs();
}

QByteArray Lease::stored()
{
    const qint64 latest = now();
    const QJsonObject json{{QStringLiteral("seconds"), m_seconds}, {QStringLiteral("contact"), m_contact},
                           {QStringLiteral("latest"), latest}, {QStringLiteral("wall"), m_wall},
                           {QStringLiteral("doubtful"), m_doubtful}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

void Lease::renew(qint64 serverTime, qint64 seconds)
{
    m_seconds = seconds;
    m_doubtful = false;
    setNow(serverTime);
    m_contact = m_latest;
}

void Lease::heard()
{
    setNow(m_latest + m_clock.monotonicMs() - m_at);
    m_contact = m_latest;
}

qint64 Lease::now()
{
    setNow(m_latest + std::max<qint64>(m_clock.monotonicMs() - m_at, m_clock.wallMs() - m_wall));
    return m_latest;
}

void Lease::setNow(qint64 serverTime)
{
    m_latest = serverTime;
    m_wall = m_clock.wallMs();
    m_at = m_clock.monotonicMs();
}

} // namespace guanxi::app
