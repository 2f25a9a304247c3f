// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/lease.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace guanxi::app {

void Lease::restore(const QByteArray &stored)
{
    const QJsonObject json = QJsonDocument::fromJson(stored).object();
    m_seconds = json[QLatin1String("seconds")].toInteger();
    m_contact = json[QLatin1String("contact")].toInteger();
    m_offset = json[QLatin1String("offset")].toInteger();
    m_latest = json[QLatin1String("latest")].toInteger();
    m_at = m_clock.monotonicMs();
}

QByteArray Lease::stored()
{
    const QJsonObject json{{QStringLiteral("seconds"), m_seconds}, {QStringLiteral("contact"), m_contact},
                           {QStringLiteral("offset"), m_offset}, {QStringLiteral("latest"), now()}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

void Lease::renew(qint64 serverTime, qint64 seconds)
{
    m_seconds = seconds;
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
    const qint64 monotonic = m_clock.monotonicMs();
    m_latest = std::max(m_latest + monotonic - m_at, m_clock.wallMs() + m_offset);
    m_at = monotonic;
    return m_latest;
}

void Lease::setNow(qint64 serverTime)
{
    m_latest = serverTime;
    m_at = m_clock.monotonicMs();
    m_offset = serverTime - m_clock.wallMs();
}

} // namespace guanxi::app
