// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/model/catalogue.h"
#include "common/model/record.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QPageLayout>

namespace guanxi::app {

/// A printed document as it is declared in JSON (README.md tells the format): for which records, on which paper, with which blocks, in
/// Chinese and English.
class PaperTemplate
{
public:
    /// Those that come with the program, by their order.
    static QList<PaperTemplate> builtIn();
    /// Other files that it includes are asked for by name.
    using Include = std::function<QByteArray(const QString &name)>;
    static Result<PaperTemplate> parse(const QByteArray &json, const Include &include = {});
    /// As a company keeps it, with the parts that come with the program.
    static Result<PaperTemplate> ofDefinition(const QString &definition);
    /// One that a company keeps as a PrintTemplate.
    static Result<PaperTemplate> ofRecord(const model::Record &record);

    PaperTemplate() = default;
    explicit PaperTemplate(const QJsonObject &json) : m_json(json) {}
    /// Whole, with what it included.
    const QJsonObject &json() const { return m_json; }

    QString id() const { return string("id"); }
    QString name(const QString &language) const { return text(m_json.value(QStringLiteral("name")), language); }
    bool isFor(const model::Entity &entity) const { return m_json.value(QStringLiteral("for")).toArray().contains(entity.name); }
    QStringList entities() const { return m_json.value(QStringLiteral("for")).toVariant().toStringList(); }
    QPageLayout layout() const;
    QJsonArray blocks() const { return m_json.value(QStringLiteral("blocks")).toArray(); }
    QJsonValue value(const char *key) const { return m_json.value(QLatin1StringView(key)); }

    /// A text is a string, the same in every language, or {"zh": …, "en": …}. Where the language is missing the other one is taken, and
    /// `missing` becomes true.
    static QString text(const QJsonValue &value, const QString &language, bool *missing = nullptr);
    /// What it names that is not there, for whoever writes templates; empty: it is sound.
    QStringList faults(const model::Catalogue &catalogue) const;

private:
    QString string(const char *key) const { return m_json.value(QLatin1StringView(key)).toString(); }

    QJsonObject m_json;
};

} // namespace guanxi::app
