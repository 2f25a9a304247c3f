// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/similarity.h"

#include "common/base/fold.h"
#include "common/rules/phone.h"

#include <cmath>

namespace guanxi::rules
{

using namespace model;

namespace
{

// What agreeing in something is worth, of 100.
constexpr int SameCompany = 95, SamePerson = 72, BarelyAName = 55;
constexpr int WithoutRegion = 84, OtherRegion = 60;
constexpr int CompanySound = 88, ShortCompanySound = 78, PersonSound = 60;
constexpr int WithSound = 82; // and another region's name left out
constexpr int PhoneAlone = 45, AddressAlone = 25;
constexpr int PhoneBesides = 25, AddressBesides = 12, NearAddressBesides = 8, ContextBesides = 20;
constexpr int OtherPapers = 14;
constexpr int Most = 99;
constexpr double NearAddressFrom = 0.85;
constexpr qsizetype ShortSound = 4, ShortestNear = 5;
// Of longer names the first so many characters take part in finding what is nearly the same.
constexpr qsizetype MostUnits = 24;

using Marks = QList<std::pair<FieldId, QString>>;

QString baseNumber(const QString &text)
{
    const QString number = normalPhone(text).value_or(foldText(text).remove(u' '));
    // "0755-26001234-801": the extension says who answers, not whose it is.
    return number.count(u'-') == 2 && !number.startsWith(u'+') ? number.section(u'-', 0, 1) : number;
}

bool isPaper(const Field &field) { return field.format == Format::CreditCode || field.format == Format::IdentityCard; }

std::optional<FieldId> common(const Marks &a, const Marks &b)
{
    for (const auto &[field, text] : a)
        for (const auto &[other, same] : b)
            if (text == same)
                return std::min(field, other);
    return std::nullopt;
}

quint64 numberOf(char kind, QStringView text) { return qHash(text, size_t(quint8(kind)) * 0x9e3779b97f4a7c15ULL); }

struct NameScore {
    int score = 0;
    Agreement how = Agreement::SameName;
};

NameScore likePersons(const Traits &a, const Traits &b)
{
    if (a.name.core == b.name.core)
        return {SamePerson, Agreement::SameName};
    if (a.sound == b.sound)
        return {PersonSound, Agreement::SoundsAlike};
    return {};
}

NameScore likeCompanies(const Traits &a, const Traits &b)
{
    if (a.name.core == b.name.core)
        return {SameCompany, Agreement::SameName};
    const bool agree = regionsAgree(a.name.region, b.name.region);
    if (a.name.rest == b.name.rest)
        return {agree ? WithoutRegion : OtherRegion, Agreement::NameWithoutRegion};
    if (a.sound == b.sound && agree) {
        const bool isShort = a.name.rest.size() < ShortSound;
        const bool sameRegion = a.name.region == b.name.region;
        return {isShort ? ShortCompanySound : sameRegion ? CompanySound : WithSound, Agreement::SoundsAlike};
    }
    if (std::min(a.name.core.size(), b.name.core.size()) < ShortestNear || !agree)
        return {};
    const int near = int(std::lround(nearness(a.name.core, b.name.core) * 96));
    return near >= BarelyAName ? NameScore{std::min(near, SameCompany - 1), Agreement::NearlySameName} : NameScore();
}

} // namespace

Similarity::Similarity(const Entity &entity, const Rights *rights) : m_entity(entity)
{
    for (const Field &field : entity.fields())
        m_marked = m_marked || field.likeness != Likeness::No;
    for (const Field &field : entity.fields()) {
        const Likeness part = partOf(field);
        if (part == Likeness::No || (rights && rights->fieldRight(entity, field) < FieldRight::Read))
            continue;
        m_persons = m_persons || part == Likeness::Person;
        m_fields.append(&field);
    }
}

Likeness Similarity::partOf(const Field &field) const
{
    if (m_marked)
        return field.likeness;
    return m_entity.titleFields.value(0) == field.id && field.search == Search::Name && !field.isLong() && field.isText() ? Likeness::Company : Likeness::No;
}

QList<FieldId> Similarity::fieldIds() const
{
    QList<FieldId> ids;
    for (const Field *field : m_fields)
        ids.append(field->id);
    return ids;
}

Traits Similarity::traitsOf(const Record &record) const
{
    Traits traits;
    for (const Field *field : m_fields) {
        const Value &value = record.value(field->id);
        if (value.isNull())
            continue;
        const bool isPhone = field->type == FieldType::Phone;
        switch (partOf(*field)) {
        case Likeness::Key: {
            const QString text = isPhone ? baseNumber(value.text()) : foldText(value.text()).remove(u' ');
            traits.keys.append({field->id, (isPhone ? QStringLiteral("phone") : field->name) + u':' + text});
            if (isPhone)
                traits.phones.append({field->id, text});
            if (isPaper(*field))
                traits.papers.insert(field->id, text);
            break;
        }
        case Likeness::Company: case Likeness::Person:
            traits.nameField = field->id;
            traits.name = plainCompanyName(value.text());
            if (partOf(*field) == Likeness::Person) // 李南京 is no firm from 南京
                traits.name.rest = traits.name.core = foldText(value.text()).remove(u' ');
            traits.sound = soundsOf(traits.name.rest).join(QString());
            break;
        case Likeness::Address:
            traits.addressField = field->id;
            traits.address = plainAddress(value.text());
            break;
        case Likeness::Phone: traits.phones.append({field->id, baseNumber(value.text())}); break;
        case Likeness::Context:
            traits.contexts.append({field->id, field->isText() ? plainCompanyName(value.text()).core : value.id().text()});
            break;
        case Likeness::No: break;
        }
    }
    return traits;
}

Likening Similarity::compare(const Traits &a, const Traits &b) const
{
    if (const std::optional<FieldId> key = common(a.keys, b.keys))
        return {100, {{Agreement::SameKey, *key}}};
    Likening likening;
    NameScore name;
    if (!a.name.core.isEmpty() && !b.name.core.isEmpty())
        name = m_persons ? likePersons(a, b) : likeCompanies(a, b);
    const bool named = name.score >= BarelyAName;
    if (named)
        likening.reasons.append({name.how, a.nameField});
    int score = named ? name.score : 0;
    const auto add = [&](Agreement how, FieldId field, int besides, int alone) {
        score += named ? besides : alone;
        likening.reasons.append({how, field});
    };
    if (const std::optional<FieldId> phone = common(a.phones, b.phones))
        add(Agreement::SamePhone, *phone, PhoneBesides, PhoneAlone);
    if (!a.address.isEmpty() && a.address == b.address)
        add(Agreement::SameAddress, a.addressField, AddressBesides, AddressAlone);
    else if (named && a.address.size() > ShortestNear && b.address.size() > ShortestNear && nearness(a.address, b.address) >= NearAddressFrom)
        add(Agreement::NearAddress, a.addressField, NearAddressBesides, 0);
    if (const std::optional<FieldId> context = common(a.contexts, b.contexts); context && named)
        add(Agreement::SameContext, *context, ContextBesides, 0);
    for (auto paper = a.papers.begin(); paper != a.papers.end(); ++paper)
        if (const auto other = b.papers.find(paper.key()); other != b.papers.end()) {
            score -= OtherPapers; // different, or it had been a key
            break;
        }
    likening.score = std::clamp(score, 0, Most);
    if (likening.score == 0)
        likening.reasons.clear();
    return likening;
}

QList<Similarity::Block> Similarity::blocksOf(const Traits &traits) const
{
    QList<Block> blocks;
    for (const auto &[field, text] : traits.keys)
        blocks.append(Block{numberOf('k', text)});
    for (const auto &[field, text] : traits.phones)
        blocks.append(Block{numberOf('p', text)});
    if (traits.name.core.isEmpty())
        return blocks;
    if (m_persons) { // a name says nothing alone
        for (const auto &[field, text] : traits.contexts)
            blocks.append(Block{numberOf('c', QString(text + u':' + traits.sound))});
        return blocks;
    }
    // Where a name stands with its region and without, the one without leads.
    blocks.append(Block{numberOf('r', traits.sound), traits.name.region.isEmpty()});
    QStringList units = soundsOf(traits.name.core.left(MostUnits));
    blocks.append(Block{numberOf('n', units.join(u'\''))});
    if (units.size() < ShortestNear)
        return blocks;
    // One left out here and all there; for letters also one left out on both sides.
    const bool latin = std::all_of(units.begin(), units.end(), [](const QString &unit) { return unit.size() == 1; });
    for (qsizetype at = 0; at < units.size(); ++at) {
        if (at > 0 && units[at] == units[at - 1])
            continue;
        QStringList shorter = units;
        shorter.removeAt(at);
        blocks.append({numberOf('n', shorter.join(u'\'')), latin});
    }
    std::sort(units.begin(), units.end());
    blocks.append(Block{numberOf('o', units.join(u'\''))});
    return blocks;
}

} // namespace guanxi::rules
