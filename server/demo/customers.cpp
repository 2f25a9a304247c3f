// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/identifiers.h"
#include "server/demo/subjects.h"

#include "common/model/catalogue/customers.h"

namespace guanxi::demo {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

constexpr int HistoryDays = 6 * 365;      ///< the company's customers came over so many days
constexpr qint64 KeptCustomers = 200'000; ///< customers that can have orders, tickets and the like
constexpr qint64 RowsBetweenKept = 50;     ///< of those whose row is remembered
constexpr qint64 RememberedRows = 3000;    ///< beyond which none is
constexpr qint64 AccountSerial = 1000;    ///< serials of credit codes below are the company's own

/// One customer while it is made: what contacts and interactions take from the account.
struct Made {
    Customer customer;
    const City *city = nullptr; ///< in China
    const Country *country = nullptr;
    QString domain;
    bool person = false;
    std::vector<Person> contacts;
};

/// Makes accounts one after the other, each with its contacts and interactions.
class CustomerMaker
{
public:
    explicit CustomerMaker(World &world) : m_world(world), m_dice(world.dice()) {}

    void makeOne(qint64 index, int contacts, int interactions);

private:
    Made plan(qint64 index);
    void planOrders(Made &made);
    Record account(Made &made, qint64 index);
    void nameAtHome(Made &made, Record &row, qint64 index);
    void namePerson(Made &made, Record &row);
    void nameAbroad(Made &made, Record &row, qint64 index);
    void classify(const Made &made, Record &row);
    Person contact(const Made &made, int position);
    void interaction(const Made &made, qint64 at);
    int status(const Made &made) const;

    World &m_world;
    Dice &m_dice;
    QSet<QString> m_names;
};

Made CustomerMaker::plan(qint64 index)
{
    Made made;
    const qint64 count = m_world.options().accounts;
    // Customers come one after the other; growth makes the later years denser.
    const double share = std::sqrt(double(index) / double(std::max<qint64>(count, 1)));
    made.customer.since = m_world.today() - HistoryDays + qint64(share * (HistoryDays - 3));
    const int kind = m_dice.weighted({85, 12, 3});
    if (kind == 1) {
        made.country = &m_dice.pick(m_world.words().countries);
        for (int i = 0; i < int(std::size(Currencies)); ++i)
            if (made.country->currency == QLatin1StringView(Currencies[i].code))
                made.customer.currency = i;
    } else {
        made.city = &m_dice.pick(m_world.words().cities);
    }
    made.customer.language = made.country ? made.country->language() : u"zh"_s;
    made.person = kind == 2;
    made.customer.manager = m_world.someoneOf(kind == 1 ? Team::Abroad : Team::Sales);
    if (index < KeptCustomers)
        planOrders(made);
    made.customer.status = status(made);
    return made;
}

void CustomerMaker::planOrders(Made &made)
{
    if (made.person || !m_dice.chance(36))
        return;
    const int orders = 1 + m_dice.weighted({26, 22, 16, 12, 8, 6, 4, 3, 2, 1});
    for (int i = 0; i < orders; ++i)
        made.customer.orderDays.push_back(
            m_dice.between(std::max(made.customer.since, m_world.today() - 2 * 365), m_world.today()));
    std::sort(made.customer.orderDays.begin(), made.customer.orderDays.end());
}

int CustomerMaker::status(const Made &made) const
{
    if (made.customer.orderDays.empty())
        return m_world.today() - made.customer.since > 5 * 365 ? Account::Archived : Account::Potential;
    const qint64 silent = m_world.today() - made.customer.orderDays.back();
    return silent > 540 ? Account::Lost : silent > 300 ? Account::AtRisk : Account::Active;
}

void CustomerMaker::nameAtHome(Made &made, Record &row, qint64 index)
{
    const Words &words = m_world.words();
    const City &city = *made.city;
    static const QStringList endings{u"有限公司"_s, u"有限公司"_s, u"股份有限公司"_s, u"集团有限公司"_s,
                                     u"有限责任公司"_s};
    QString name;
    for (int attempt = 0; attempt < 5 && (name.isEmpty() || m_names.contains(name)); ++attempt) {
        const QStringList &head = m_dice.pick(words.companyHeads);
        const QStringList &trade = m_dice.pick(words.companyTrades);
        name = city.name + head[0] + trade[0] + m_dice.pick(endings);
        made.domain = head[1] + u'-' + trade[1] + u".example"_s;
        row.set(Account::shortName, city.name.left(2) + head[0]);
        row.set(Account::industry, item("industry", trade[2]));
    }
    m_names.insert(name);
    row.set(Account::name, name);
    row.set(Account::address, city.name + u"市"_s + m_dice.pick(city.districts) + m_dice.pick(words.streets) +
                                  QString::number(m_dice.between(1, 1999)) + u"号"_s);
    row.set(Account::postcode, city.postcode + QString::number(m_dice.between(0, 99)).rightJustified(2, u'0'));
    row.set(Account::phone, landLine(m_dice, city.areaCode));
    if (m_dice.chance(40))
        row.set(Account::fax, landLine(m_dice, city.areaCode));
    const QString code = creditCode(city.code, AccountSerial + index);
    row.set(Account::taxNumber, code);
    row.set(Account::licenceNumber, code);
    row.set(Account::legalRepresentative, m_world.someName().text);
    row.set(Account::registeredCapital, m_dice.between(50, 20'000) * 10'000 * 10'000);
    row.set(Account::bankName,
            m_dice.pick(QStringList{u"中国建设银行"_s, u"中国农业银行"_s, u"招商银行"_s, u"交通银行"_s}) + city.name +
                u"分行"_s);
    row.set(Account::bankAccount, bankAccount(m_dice));
    row.set(Account::email, u"info@"_s + made.domain);
    if (m_dice.chance(60))
        row.set(Account::website, u"https://www."_s + made.domain);
}

void CustomerMaker::namePerson(Made &made, Record &row)
{
    const World::Name name = m_world.someName();
    const City &city = *made.city;
    const QDate birth = QDate(1970, 1, 1).addDays(m_world.today() - m_dice.between(25 * 365, 65 * 365));
    made.domain = u"mail.example"_s;
    row.set(Account::name, name.text);
    row.set(Account::type, item("customer_type", "person"));
    row.set(Account::sex, item("sex", name.female ? "f" : "m"));
    row.set(Account::birthDate, QDate(1970, 1, 1).daysTo(birth));
    row.set(Account::identityDocument, identityCard(m_dice, city.code, birth, name.female));
    row.set(Account::employer, city.name + m_dice.pick(m_world.words().companyHeads)[0] + u"设备安装队"_s);
    row.set(Account::mobile, mobileNumber(m_dice));
    row.set(Account::email, name.pinyin + m_dice.digits(3) + u'@' + made.domain);
    row.set(Account::address, city.name + u"市"_s + m_dice.pick(city.districts) + m_dice.pick(m_world.words().streets));
}

void CustomerMaker::nameAbroad(Made &made, Record &row, qint64 index)
{
    const Country &country = *made.country;
    const QString &head = m_dice.pick(country.heads);
    const QString &city = m_dice.pick(country.cities);
    const QString word = latin(head);
    made.domain = (word.isEmpty() ? country.code.toLower() + QString::number(index) : word) + u'-' +
                  country.code.toLower() + u".example"_s;
    row.set(Account::name, head + (country.familyFirst() ? QString() : u" "_s) + m_dice.pick(country.tails));
    row.set(Account::shortName, head);
    row.set(Account::industry, item("industry", m_dice.chance(50) ? "manufacturing" : "trade"));
    const QString number = QString::number(m_dice.between(1, 299));
    row.set(Account::address, m_dice.pick(country.streets) + u' ' + number + u", "_s + city + u", "_s + country.code);
    row.set(Account::postcode, fromPattern(m_dice, country.postcode));
    row.set(Account::phone, foreignNumber(m_dice, country.landLine));
    row.set(Account::email, u"info@"_s + made.domain);
    row.set(Account::website, u"https://www."_s + made.domain);
}

void CustomerMaker::classify(const Made &made, Record &row)
{
    static constexpr const char *levels[] = {"strategic", "key", "cooperating", "target", "ordinary"};
    static constexpr const char *sizes[] = {"1-9", "10-49", "50-199", "200-999", "1000+"};
    static constexpr const char *sources[] = {"exhibition", "referral",  "website", "phone",
                                              "social",     "online_ad", "employee"};
    static const QStringList tags{u"年框客户"_s, u"招投标"_s,   u"国产化"_s,  u"重点项目"_s,
                                  u"账期长"_s,   u"可做案例"_s, u"备件大户"_s};
    const qsizetype orders = qsizetype(made.customer.orderDays.size());
    row.set(Account::level, item("customer_level", levels[orders > 7          ? 0
                                                          : orders > 4        ? 1
                                                          : orders > 0        ? 2
                                                          : m_dice.chance(20) ? 3
                                                                              : 4]));
    row.set(Account::valueTier, item("value_tier", orders > 5 ? "high" : orders > 1 ? "medium" : "low"));
    row.set(Account::source, item("source", sources[m_dice.weighted({25, 20, 18, 12, 8, 10, 7})]));
    if (!made.person) {
        if (row.isNull(Account::type) || m_dice.chance(16))
            row.set(Account::type, item("customer_type", m_dice.chance(70) ? "distributor" : "partner"));
        row.set(Account::companySize, item("company_size", sizes[m_dice.weighted({8, 27, 35, 22, 8})]));
        row.set(Account::annualTurnover, m_dice.between(300, 90'000) * 10'000 * 10'000);
    }
    if (orders > 0) {
        row.set(Account::credit, item("stars", QString::number(m_dice.between(2, 5))));
        row.set(Account::creditLimit, m_dice.between(5, 300) * 10'000 * 10'000);
        row.set(Account::creditRisk, m_dice.weighted({70, 22, 8}) + qint64(1));
        row.set(Account::serviceStage, item("service_stage", orders > 5 ? "late" : orders > 2 ? "middle" : "early"));
    }
    if (m_dice.chance(25))
        row.set(Account::tags, QStringList{m_dice.pick(tags)});
    if (m_dice.chance(20))
        row.set(Account::preferences, QStringList{m_dice.chance(50) ? u"快速交货"_s : u"技术支持"_s});
    if (m_dice.chance(15))
        row.set(Account::sensitivity, QStringList{m_dice.chance(60) ? u"价格"_s : u"交货期"_s});
    if (m_dice.chance(35))
        row.set(Account::remark, m_world.note(made.customer));
}

Record CustomerMaker::account(Made &made, qint64 index)
{
    const int manager = made.customer.manager;
    Record row = m_world.make(Account::entity, manager, m_world.someTime(made.customer.since));
    if (made.country)
        nameAbroad(made, row, index);
    else if (made.person)
        namePerson(made, row);
    else
        nameAtHome(made, row, index);
    row.set(Account::region, item("region", made.country ? made.country->region : made.city->region));
    row.set(Account::status, qint64(made.customer.status));
    classify(made, row);
    if (made.customer.status < Account::Lost && m_dice.chance(30))
        row.set(Account::nextFollowUpAt,
                World::at(m_world.today() + m_dice.between(-3, 45), int(m_dice.between(9, 17)) * 60));
    made.customer.id = row.id();
    made.customer.name = row[Account::name];
    made.customer.address = row[Account::address];
    made.customer.region = row[Account::region];
    return row;
}

Person CustomerMaker::contact(const Made &made, int position)
{
    const int manager = made.customer.manager;
    Record row = m_world.make(Contact::entity, manager,
                              m_world.someTime(std::min(m_world.today(), made.customer.since + position * 40)));
    const QStringList &post = m_dice.pick(m_world.words().positions);
    QString local;
    bool female = m_dice.chance(40);
    if (made.country) {
        const Country &country = *made.country;
        const QString given = m_dice.pick(female ? country.femaleNames : country.maleNames);
        const QString family = m_dice.pick(country.familyNames);
        row.set(Contact::name, country.familyFirst() ? family + (country.code == u"JP" ? u" "_s : QString()) + given
                                                     : given + u' ' + family);
        local = latin(given).left(1) + (latin(family).isEmpty() ? u"sales"_s + m_dice.digits(2) : u'.' + latin(family));
        row.set(Contact::mobile, foreignNumber(m_dice, country.mobile));
        row.set(Contact::phone, foreignNumber(m_dice, country.landLine));
    } else {
        const World::Name name = m_world.someName();
        row.set(Contact::name, name.text);
        female = name.female;
        local = name.pinyin;
        row.set(Contact::mobile, mobileNumber(m_dice));
        if (m_dice.chance(50))
            row.set(Contact::phone, landLine(m_dice, made.city->areaCode));
    }
    if (local.startsWith(u'.'))
        local.remove(0, 1);
    row.set(Contact::email, local + (made.person ? m_dice.digits(4) : QString()) + u'@' + made.domain);
    row.set(Contact::account, made.customer.id);
    row.set(Contact::position, post[0]);
    row.set(Contact::departmentName, post[1]);
    row.set(Contact::sex, item("sex", female ? "f" : "m"));
    row.set(Contact::decisionRole, qint64(u"diubg"_s.indexOf(post[2])) + 1);
    row.setValue(Contact::isPrimary.id, position == 0);
    row.setValue(Contact::doNotContact.id, m_dice.chance(2));
    if (m_dice.chance(30))
        row.set(Contact::birthDate, m_world.today() - m_dice.between(24 * 365, 60 * 365));
    if (m_dice.chance(15))
        row.set(Contact::remark, m_world.note(made.customer));
    m_world.add(row, manager);
    return {row.id(), row[Contact::name], row[Contact::email], row[Contact::mobile]};
}

void CustomerMaker::interaction(const Made &made, qint64 at)
{
    const int manager = made.customer.manager;
    const Person &person = m_dice.pick(made.contacts);
    const QStringList &line = m_world.phrase(m_world.words().interactions, made.customer);
    Record row = m_world.make(Interaction::entity, manager, at);
    row.set(Interaction::summary,
            World::fill(line[2], World::nameOf(m_dice.pick(m_world.products), made.customer), person.name));
    row.set(Interaction::happenedAt, at);
    row.set(Interaction::account, made.customer.id);
    row.set(Interaction::contact, person.id);
    row.set(Interaction::channel, item("channel", line[0]));
    row.set(Interaction::direction, item("direction", line[1]));
    if (line[0] == u"face")
        row.set(Interaction::place, made.customer.address.left(120));
    if (m_dice.chance(45))
        row.set(Interaction::details, m_world.note(made.customer));
    if (m_dice.chance(25))
        row.set(Interaction::nextFollowUpAt, at + m_dice.between(3, 60) * 86'400'000);
    m_world.add(row, manager);
}

void CustomerMaker::makeOne(qint64 index, int contacts, int interactions)
{
    Made made = plan(index);
    std::vector<qint64> times;
    for (int i = 0; i < interactions; ++i)
        times.push_back(m_world.someTime(
            m_dice.between(std::max(made.customer.since, m_world.today() - 3 * 365), m_world.today())));
    std::sort(times.begin(), times.end());
    const Record row = account(made, index);
    if (index % RowsBetweenKept == 0 && index < RememberedRows)
        m_world.accountRows.push_back(row);
    m_world.add(row, made.customer.manager);
    for (int i = 0; i < contacts; ++i)
        made.contacts.push_back(contact(made, i));
    for (const qint64 at : times)
        interaction(made, at);
    made.customer.contact = made.contacts.front();
    if (index < KeptCustomers)
        m_world.customers.push_back(std::move(made.customer));
}

} // namespace

void makeCustomers(World &world)
{
    world.begin("customers");
    // Of every four customers one has a contact and two talks, another four and twenty: 2.5 and 10 each.
    struct Share {
        int contacts, interactions;
    };
    std::array<Share, 4> shares{{{1, 2}, {2, 6}, {3, 12}, {4, 20}}};
    CustomerMaker maker(world);
    for (qint64 index = 0; index < world.options().accounts; ++index) {
        if (index % 4 == 0)
            for (size_t i = shares.size() - 1; i > 0; --i)
                std::swap(shares[i], shares[size_t(world.dice().between(0, qint64(i)))]);
        const Share &share = shares[size_t(index % 4)];
        maker.makeOne(index, share.contacts, share.interactions);
        if (index % 4096 == 4095 && !world.settle())
            return;
    }
}

} // namespace guanxi::demo
