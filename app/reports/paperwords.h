// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QTranslator>

namespace guanxi::app {

/// Words values in the language of a printout, which may be another one than that of the desk.
class PaperWords
{
public:
    /// "zh" or "en".
    PaperWords(const Records &records, const QString &language);

    const QString &language() const { return m_language; }
    /// Amounts without their currency; masks as they are.
    QString value(const model::Record &record, const model::Field &field) const;
    QString label(const model::Entity &entity, const model::Field &field) const;
    QString name(const model::Entity &entity) const { return ofCatalogue(entity, entity.label); }
    QString plural(const model::Entity &entity) const { return ofCatalogue(entity, entity.plural); }
    QString section(const model::Entity &entity, const QString &section) const;
    QString date(qint64 day) const;
    /// With the digits of the currency.
    QString amount(qint64 value, const QString &currency) const;
    /// In capital figures, or in words.
    QString amountInWords(qint64 value) const;
    QString currencyName(const QString &code) const;

private:
    bool isChinese() const { return m_language == QStringLiteral("zh"); }
    QString translated(const QString &context, const QString &source, const QString &comment = {}) const;
    QString ofCatalogue(const model::Entity &entity, const QString &source) const;
    QString dictionaryLabel(const Uuid &item) const;

    const Records &m_records;
    QString m_language;
    std::vector<std::shared_ptr<QTranslator>> m_translators;
    mutable QHash<Uuid, QString> m_items;
};

} // namespace guanxi::app
