// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/papertemplate.h"

#include "app/reports/papercheck.h"

#include "common/model/catalogue/printing.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSizeF>

namespace guanxi::app {

using namespace Qt::StringLiterals;
using model::Catalogue;

namespace {

constexpr int DeepestInclude = 4;

QByteArray resource(const QString &name)
{
    QFile file(QStringLiteral(":/templates/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<QJsonValue> resolved(const QJsonValue &value, const PaperTemplate::Include &include, int depth);

Result<QJsonArray> resolvedList(const QJsonArray &list, const PaperTemplate::Include &include, int depth)
{
    QJsonArray whole;
    for (const QJsonValue &value : list) {
        const QString name = value.toObject().value("include"_L1).toString();
        if (name.isEmpty()) {
            const Result<QJsonValue> one = resolved(value, include, depth);
            if (!one)
                return one.error();
            whole.append(*one);
            continue;
        }
        QJsonParseError fault;
        const QJsonDocument part = QJsonDocument::fromJson(include && depth < DeepestInclude ? include(name) : QByteArray(), &fault);
        if (!part.isArray())
            return Error{ErrorCode::FileUnreadable, {name, fault.errorString(), QString::number(fault.offset)}};
        const Result<QJsonArray> parts = resolvedList(part.array(), include, depth + 1);
        if (!parts)
            return parts.error();
        for (const QJsonValue &each : *parts)
            whole.append(each);
    }
    return whole;
}

Result<QJsonValue> resolved(const QJsonValue &value, const PaperTemplate::Include &include, int depth)
{
    if (value.isArray()) {
        const Result<QJsonArray> list = resolvedList(value.toArray(), include, depth);
        return list ? Result<QJsonValue>(QJsonValue(*list)) : list.error();
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto at = object.begin(); at != object.end(); ++at) {
        const Result<QJsonValue> part = resolved(at.value(), include, depth);
        if (!part)
            return part.error();
        at.value() = *part;
    }
    return QJsonValue(object);
}

} // namespace

QList<PaperTemplate> PaperTemplate::builtIn()
{
    QList<PaperTemplate> found;
    for (const QString &file : QDir(u":/templates"_s).entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const Result<PaperTemplate> read = parse(resource(file.chopped(5)), resource);
        if (read && !read->id().isEmpty())
            found.append(*read);
    }
    std::sort(found.begin(), found.end(), [](const PaperTemplate &a, const PaperTemplate &b) { return a.value("order").toInt() < b.value("order").toInt(); });
    return found;
}

Result<PaperTemplate> PaperTemplate::parse(const QByteArray &json, const Include &include)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (document.isArray())
        return PaperTemplate(); // a part of others
    if (!document.isObject())
        return Error{ErrorCode::FileUnreadable, {QString(), fault.errorString(), QString::number(fault.offset)}};
    const Result<QJsonValue> whole = resolved(QJsonValue(document.object()), include, 0);
    if (!whole)
        return whole.error();
    return PaperTemplate(whole->toObject());
}

Result<PaperTemplate> PaperTemplate::ofDefinition(const QString &definition) { return parse(definition.toUtf8(), resource); }

Result<PaperTemplate> PaperTemplate::ofRecord(const model::Record &record)
{
    using Kept = model::PrintTemplate;
    const Result<PaperTemplate> read = ofDefinition(record[Kept::definition]);
    if (!read)
        return read;
    QJsonObject json = read->json();
    json.insert("id"_L1, record[Kept::code]);
    json.insert("order"_L1, record[Kept::order]);
    json.insert("name"_L1, QJsonDocument::fromJson(record[Kept::name].toUtf8()).object());
    return PaperTemplate(json);
}

QPageLayout PaperTemplate::layout() const
{
    const QJsonObject paper = m_json.value("paper"_L1).toObject();
    static const QHash<QString, QPageSize::PageSizeId> sizes{{u"A4"_s, QPageSize::A4}, {u"A5"_s, QPageSize::A5}, {u"A3"_s, QPageSize::A3}, {u"B5"_s, QPageSize::JisB5}, {u"Letter"_s, QPageSize::Letter}};
    const QJsonArray margins = paper.value("margins"_L1).toArray();
    const auto margin = [&](int at, double otherwise) { return qMax(4.0, margins.at(at).toDouble(otherwise)); };
    const QJsonArray own = paper.value("size"_L1).toArray();
    const QPageSize size = own.size() == 2 ? QPageSize(QSizeF(own[0].toDouble(), own[1].toDouble()), QPageSize::Millimeter, {}, QPageSize::ExactMatch)
                                           : QPageSize(sizes.value(paper.value("size"_L1).toString(), QPageSize::A4));
    return {size, paper.value("landscape"_L1).toBool() ? QPageLayout::Landscape : QPageLayout::Portrait,
            QMarginsF(margin(0, 18), margin(1, 14), margin(2, 18), margin(3, 12)), QPageLayout::Millimeter};
}

QString PaperTemplate::text(const QJsonValue &value, const QString &language, bool *missing)
{
    if (!value.isObject())
        return value.toString();
    const QJsonObject texts = value.toObject();
    if (texts.contains(language))
        return texts.value(language).toString();
    if (missing && !texts.isEmpty())
        *missing = true;
    return texts.isEmpty() ? QString() : texts.begin().value().toString();
}

QStringList PaperTemplate::faults(const Catalogue &catalogue) const
{
    QStringList names;
    for (const PaperFault &fault : faultsOf(m_json, catalogue))
        if (fault.kind != PaperFault::Kind::MissingLanguage)
            names.append(fault.name);
    names.removeDuplicates();
    return names;
}

} // namespace guanxi::app
