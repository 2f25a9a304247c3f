// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/democommand.h"

#include "server/demo/companywriter.h"
#include "server/demo/generator.h"
#include "server/serverapp.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <memory>

namespace guanxi::server {

namespace {

constexpr qint64 CustomersPerScale = 2000;
constexpr qint64 LargestScale = 5000;
const QString CompanyName = QStringLiteral("东澜流体控制股份有限公司");

/// Takes away what was made unless it was finished.
class Unfinished
{
public:
    Unfinished(const QString &folder, const QString &keyFile)
        : m_folder(folder), m_key(QFileInfo::exists(keyFile) ? QString() : keyFile)
    {
    }
    ~Unfinished()
    {
        if (m_kept)
            return;
        QDir(m_folder).removeRecursively();
        if (!m_key.isEmpty())
            QFile::remove(m_key);
    }
    Q_DISABLE_COPY(Unfinished)
    void keep() { m_kept = true; }

private:
    QString m_folder;
    QString m_key; ///< empty: was there before
    bool m_kept = false;
};

/// Who the database belongs to, and the replica under which the server writes.
Result<Uuid> markDatabase(ServerApp &app)
{
    Result<storage::Transaction> transaction = storage::Transaction::begin(app.store().database());
    if (!transaction)
        return transaction.error();
    const Result<QString> present = app.companyName();
    if (!present)
        return present.error();
    if (!present->isEmpty())
        return Error{ErrorCode::AlreadyExists, {QStringLiteral("company"), *present}};
    const Uuid replica = app.ids().next();
    GUANXI_TRY(app.store().setMeta(QStringLiteral("company"), app.ids().next().bytes()));
    GUANXI_TRY(app.store().setMeta(QStringLiteral("company_name"), CompanyName.toUtf8()));
    GUANXI_TRY(app.store().setMeta(QStringLiteral("epoch"), app.ids().next().bytes()));
    GUANXI_TRY(app.store().setMeta(QStringLiteral("server_replica"), replica.bytes()));
    GUANXI_TRY(app.hub().push().addReplica(replica, Uuid(), QByteArray(""), QStringLiteral("server")));
    GUANXI_TRY(transaction->commit());
    return replica;
}

QString newPassword(Random &random)
{
    // Without letters and digits that look alike.
    static const QString letters = QStringLiteral("abcdefghjkmnpqrstuvwxyz23456789");
    QString password;
    for (int i = 0; i < 12; ++i)
        password += letters.at(qsizetype(random.below(quint64(letters.size()))));
    return password;
}

Result<void> setPasswords(ServerApp &app, const std::vector<demo::Employee> &employees, const QString &file)
{
    const QString password = newPassword(app.random());
    QString list = password + QStringLiteral("\n\n");
    Result<storage::Transaction> transaction = storage::Transaction::begin(app.store().database());
    if (!transaction)
        return transaction.error();
    for (const demo::Employee &employee : employees) {
        GUANXI_TRY(app.auth().setPassword(employee.id, password, false));
        list += employee.login + u'\t' + employee.name + u'\n';
    }
    GUANXI_TRY(transaction->commit());
    return writeSecretFile(file, list.toUtf8());
}

Result<ServerApp::Options> optionsOf(const DemoRequest &request)
{
    const QDir folder(request.folder);
    if (folder.exists() && !folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return Error{ErrorCode::AlreadyExists, {QStringLiteral("company"), request.folder}};
    ServerApp::Options options;
    options.create = true;
    options.folder = request.folder;
    options.keyFile = request.keyFile;
    options.config.keyFile = request.keyFile;
    // One random password for forty people needs no slow hash; each is made anew at its owner's first sign-in.
    options.cost = PasswordCost::least();
    options.config.database = request.database;
    options.config.address = request.address;
    options.config.port = request.port > 0 ? request.port : ServerConfig::DefaultPort;
    return options;
}

Result<quint64> wholeNumber(const QCommandLineParser &parser, const QString &name, quint64 least, quint64 most)
{
    bool ok = false;
    const quint64 number = parser.value(name).toULongLong(&ok);
    if (!ok || number < least || number > most)
        return Error{ErrorCode::Usage,
                     {QStringLiteral("--%1 takes a whole number from %2 to %3").arg(name).arg(least).arg(most)}};
    return number;
}

Result<DemoRequest> requestOf(const QCommandLineParser &parser)
{
    DemoRequest request;
    request.folder = parser.value(QStringLiteral("data"));
    if (request.folder.isEmpty())
        return Error{ErrorCode::Usage, {QStringLiteral("--data DIR is missing: the new company's folder")}};
    const Result<quint64> scale = wholeNumber(parser, QStringLiteral("scale"), 1, LargestScale);
    const Result<quint64> seed = wholeNumber(parser, QStringLiteral("seed"), 0, std::numeric_limits<quint64>::max());
    const Result<quint64> port = wholeNumber(parser, QStringLiteral("port"), 0, 65535);
    for (const Result<quint64> *number : {&scale, &seed, &port})
        if (!*number)
            return number->error();
    request.customers = qint64(*scale) * CustomersPerScale;
    request.seed = *seed;
    request.port = quint16(*port);
    if (parser.isSet(QStringLiteral("date")))
        request.today = QDate::fromString(parser.value(QStringLiteral("date")), Qt::ISODate);
    if (!request.today.isValid() || request.today.year() < 1990 || request.today.year() > 9000)
        return Error{ErrorCode::Usage, {QStringLiteral("--date takes a day such as 2026-11-20")}};
    request.database = parser.value(QStringLiteral("postgres"));
    request.address = parser.value(QStringLiteral("address"));
    if (parser.isSet(QStringLiteral("key-file")))
        request.keyFile = QFileInfo(parser.value(QStringLiteral("key-file"))).absoluteFilePath();
    return request;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral("guanxi-server demo: makes a company to try things with"));
    const auto add = [&](const char *name, const char *description, const char *value = "", const char *standard = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(description), QString::fromLatin1(value),
                          QString::fromLatin1(standard)});
    };
    add("data", "the new company's folder", "DIR");
    add("scale", "1 is a company with 2,000 customers, 500 one with a million", "N", "1");
    add("seed", "another seed, another company", "N", "1");
    add("date", "the day on which the company stands", "DAY");
    add("postgres", "\"host=...;port=...;user=...;dbname=...\" instead of a file", "PLACE");
    add("key-file", "where the database's key lies", "FILE");
    add("address", "name or address by which desktops reach the server", "HOST");
    add("port", "port to serve on; 0: the default", "PORT", "0");
    add("language", "en or zh_CN", "LANGUAGE");
    add("json", "answer as JSON");
    add("help", "this text");
}

QJsonObject errorJson(const Error &error)
{
    return {{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), int(error.code)},
                                                  {QStringLiteral("name"), QString(errorName(error.code))},
                                                  {QStringLiteral("args"), error.args.join(QStringLiteral(", "))}}}};
}

int answer(const Result<QJsonObject> &result, bool json, QTextStream &out)
{
    if (json)
        out << QJsonDocument(result ? *result : errorJson(result.error())).toJson(QJsonDocument::Compact) << Qt::endl;
    else if (!result)
        out << errorName(result.error().code) << ": " << result.error().args.join(QStringLiteral(", ")) << Qt::endl;
    else
        for (auto entry = result->begin(); entry != result->end(); ++entry)
            out << entry.key() << ": " << entry->toVariant().toString() << Qt::endl;
    return result ? 0 : result.error().code == ErrorCode::Usage ? 2 : 1;
}

} // namespace

Result<QJsonObject> makeDemo(const DemoRequest &request, const std::function<void(const char *subject)> &progress)
{
    QElapsedTimer timer;
    timer.start();
    const Result<ServerApp::Options> options = optionsOf(request);
    if (!options)
        return options.error();
    const QString keyFile = request.keyFile.isEmpty() ? DataFolder::defaultKeyFile(request.folder) : request.keyFile;
    Unfinished unfinished(request.folder, keyFile);
    const auto app = ServerApp::open(*options);
    if (!app)
        return app.error();
    const Result<Uuid> replica = markDatabase(**app);
    if (!replica)
        return replica.error();
    demo::Options company{request.customers, request.seed, request.today};
    const qint64 now = demo::World::at(QDate(1970, 1, 1).daysTo(request.today), 18 * 60);
    const Result<std::unique_ptr<BlobFolder>> contents = ServerApp::openContents(*options, (*app)->config());
    if (!contents)
        return contents.error();
    demo::CompanyWriter writer((*app)->store(), **contents, (*app)->random(), *replica, now);
    const auto employees = demo::generate((*app)->catalogue(), writer, company, progress);
    if (!employees)
        return employees.error();
    GUANXI_TRY(writer.finish());
    const QString passwords = (*app)->folder().file(QStringLiteral("demo-password.txt"));
    GUANXI_TRY(setPasswords(**app, *employees, passwords));
    // Written last: a folder with this file is a complete one.
    GUANXI_TRY((*app)->config().save((*app)->folder().config()));
    unfinished.keep();
    return QJsonObject{{QStringLiteral("company"), CompanyName},
                       {QStringLiteral("administrator"), QStringLiteral("admin")},
                       {QStringLiteral("data_folder"), (*app)->folder().path()},
                       {QStringLiteral("password_file"), passwords},
                       {QStringLiteral("customers"), company.accounts},
                       {QStringLiteral("records"), writer.records()},
                       {QStringLiteral("seconds"), double(timer.elapsed()) / 1000}};
}

int runDemo(const QStringList &args, QTextStream &out)
{
    QCommandLineParser parser;
    addOptions(parser);
    const bool json = args.contains(QStringLiteral("--json"));
    if (!parser.parse(QStringList{QStringLiteral("guanxi-server demo")} + args))
        return answer(Error{ErrorCode::Usage, {parser.errorText()}}, json, out);
    if (parser.isSet(QStringLiteral("help"))) {
        out << parser.helpText() << Qt::flush;
        return 0;
    }
    if (!parser.positionalArguments().isEmpty())
        return answer(Error{ErrorCode::Usage, {parser.positionalArguments().first()}}, json, out);
    const Result<DemoRequest> request = requestOf(parser);
    if (!request)
        return answer(request.error(), json, out);
    return answer(makeDemo(*request,
                           [&](const char *subject) {
                               if (!json)
                                   out << "… " << subject << Qt::endl;
                           }),
                  json, out);
}

} // namespace guanxi::server
