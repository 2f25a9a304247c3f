// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/world.h"

#include "server/demo/drawings.h"

#include "common/rules/defaults.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

namespace guanxi::demo {

using namespace model;

namespace {

constexpr qint64 BaseAccounts = 2000;
constexpr qint64 LargestFactor = 10;

quint64 seedOf(quint64 seed, QByteArrayView subject)
{
    const QByteArray text = QByteArray::number(seed) + '/' + subject.toByteArray();
    return qFromBigEndian<quint64>(QCryptographicHash::hash(text, QCryptographicHash::Sha256).constData());
}

} // namespace

World::World(const Catalogue &catalogue, RecordSink &sink, const Options &options)
    : m_catalogue(catalogue), m_sink(sink), m_options(options), m_dice(seedOf(options.seed, "")),
      m_idRandom(seedOf(options.seed, "ids")), m_ids(m_clock, m_idRandom),
      m_today(QDate(1970, 1, 1).daysTo(options.today))
{
    m_clock.ms = now();
    rootDepartment = m_ids.next();
    employees.push_back({m_ids.next(), rootDepartment, QStringLiteral("系统管理员"), QStringLiteral("admin"), {}});
}

void World::begin(QByteArrayView subject) { m_dice = Dice(seedOf(m_options.seed, subject)); }

Record World::make(EntityId entity, int author, qint64 at)
{
    const Entity &declared = m_catalogue.at(entity);
    const Employee &by = employees.at(size_t(author));
    Record record(declared, m_ids.next());
    record.setValue(system::CreatedAt, at);
    record.setValue(system::CreatedBy, by.id);
    rules::applyDefaults(record, {by.id, by.department, at, dayOf(at)});
    if (!declared.numberPattern.isEmpty() && !m_error) {
        const Result<QString> number = m_sink.number(declared, at);
        if (number)
            record.setValue(declared.field(u"number")->id, *number);
        else
            m_error = number.error();
    }
    return record;
}

void World::fill(Record &record, BytesField field, const QByteArray &content)
{
    record.set(field, manifestOf(content).id());
    if (const Result<void> taken = m_sink.content(record.ref(), field.id, content); !taken && !m_error)
        m_error = taken.error();
}

void World::add(const Record &record, int author)
{
    if (m_error)
        return;
    m_waiting.resize(std::max(m_waiting.size(), size_t(author) + 1));
    QList<Record> &rows = m_waiting[size_t(author)];
    rows.append(record);
    if (rows.size() < RecordSink::GroupSize)
        return;
    if (const Result<void> written = m_sink.insert(userId(author), rows); !written)
        m_error = written.error();
    rows.clear();
}

void World::update(const Record &before, const Record &after, int author)
{
    if (!settle())
        return;
    if (const Result<void> written = m_sink.update(userId(author), before, after); !written)
        m_error = written.error();
}

Result<void> World::settle()
{
    for (size_t author = 0; author < m_waiting.size() && !m_error; ++author) {
        if (m_waiting[author].isEmpty())
            continue;
        if (const Result<void> written = m_sink.insert(userId(int(author)), m_waiting[author]); !written)
            m_error = written.error();
        m_waiting[author].clear();
    }
    return m_error ? Result<void>(*m_error) : Result<void>();
}

int World::few(int count) const
{
    const qint64 scaled = count * m_options.accounts / BaseAccounts;
    return int(std::clamp<qint64>(scaled, std::min(count, 4), count * LargestFactor));
}

qint64 World::someTime(qint64 day)
{
    const qint64 time = at(day, int(m_dice.between(8 * 60 + 30, 17 * 60 + 59)));
    return std::min(time, now());
}

qint64 World::dayOf(qint64 at) { return rules::dayOf(at); }

QString World::fill(QString text, const QString &product, const QString &customer)
{
    text.replace(QStringLiteral("{p}"), product);
    return text.replace(QStringLiteral("{c}"), customer);
}

const QStringList &World::phrase(const Phrases &phrases, const Customer &customer)
{
    const QString english = QStringLiteral("en"), chinese = QStringLiteral("zh");
    const int choice = customer.language == chinese ? 2 : m_dice.weighted({50, 30, 20});
    const auto found = phrases.constFind(choice == 0 ? english : choice == 1 ? customer.language : chinese);
    return m_dice.pick(*found);
}

const QString &World::nameOf(const Product &product, const Customer &customer)
{
    return customer.language == u"zh" ? product.name : product.model;
}

World::Name World::someName()
{
    // Frequent family names stand first in the list.
    const qint64 most = qint64(m_words.surnames.size()) - 1;
    const QStringList &family = m_words.surnames.at(std::min(m_dice.between(0, most), m_dice.between(0, most)));
    const QStringList &given = m_dice.pick(m_words.givenNames);
    return {family[0] + given[1], family[1] + given[2], given[0] == u"f"};
}

QString labelJson(const QString &chinese, const QString &english)
{
    const QJsonObject label{{QStringLiteral("zh"), chinese}, {QStringLiteral("en"), english}};
    return QString::fromUtf8(QJsonDocument(label).toJson(QJsonDocument::Compact));
}

} // namespace guanxi::demo
