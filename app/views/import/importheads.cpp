// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/import/importheads.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/sheetrow.h"
#include "common/base/fold.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTranslator>

namespace guanxi::app {

using model::Field;

namespace {

constexpr int ShortestPart = 2; // characters by which a head may be known in part

/// Without blanks and marks, and without what is said of the unit: "金额（元）*" is 金额.
QString plain(const QString &head)
{
    QString word;
    for (const QChar c : foldText(head)) {
        if (c == u'(' || c == u'[')
            break;
        if (c.isLetterOrNumber())
            word += c;
    }
    return word;
}

const QJsonObject &knownWords()
{
    static const QJsonObject words = [] {
        QFile file(QStringLiteral(":/import/heads.json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }();
    return words;
}

/// In Chinese, whatever the program speaks at the moment.
QStringList chinese(const model::Entity &entity, const QString &text)
{
    static const auto translators = [] {
        std::vector<std::unique_ptr<QTranslator>> all;
        for (const char *name : {"catalogue", "catalogue_sales"}) {
            auto translator = std::make_unique<QTranslator>();
            if (translator->load(QStringLiteral(":/i18n/%1_zh_CN.qm").arg(QLatin1StringView(name))))
                all.push_back(std::move(translator));
        }
        return all;
    }();
    QStringList labels;
    for (const auto &translator : translators)
        for (const QByteArray &context : {entity.name.toUtf8(), QByteArray("common")})
            if (const QString label = translator->translate(context.constData(), text.toUtf8().constData()); !label.isEmpty())
                labels.append(label);
    return labels;
}

} // namespace

QStringList tableNames(const model::Entity &entity)
{
    return QStringList{entityPlural(entity), entityLabel(entity), entity.name, entity.label, entity.plural} + chinese(entity, entity.label) + chinese(entity, entity.plural);
}

ImportHeads::ImportHeads(const model::Entity &entity, const QList<const Field *> &fields) : m_fields(fields)
{
    for (const Field *field : fields) {
        for (const QString &label : QStringList{fieldLabel(entity, *field), field->label, field->name} + chinese(entity, field->label))
            learn(m_labels, label, *field);
        for (const QJsonValue &word : knownWords().value(field->name).toArray())
            learn(m_others, word.toString(), *field);
    }
}

void ImportHeads::learn(Words &words, const QString &word, const Field &field)
{
    const QString known = plain(word);
    if (!known.isEmpty() && !words.contains(known, &field))
        words.insert(known, &field);
}

QList<const Field *> ImportHeads::fieldsOf(const QStringList &heads) const
{
    QStringList words;
    for (const QString &head : heads)
        words.append(plain(head));
    QList<const Field *> found(heads.size(), nullptr);
    const auto take = [&](qsizetype at, const QList<const Field *> &candidates) {
        // In the order of the catalogue: what is said first of a record is what is meant most often.
        for (const Field *field : m_fields)
            if (!found[at] && candidates.contains(field) && !found.contains(field))
                found[at] = field;
    };
    // What was exported to come back says its field itself.
    for (qsizetype at = 0; at < words.size(); ++at)
        for (const Field *field : m_fields)
            if (field->name == codeOfHead(heads[at]))
                take(at, {field});
    const qsizetype id = idColumn(heads);
    for (const Words *known : {&m_labels, &m_others})
        for (qsizetype at = 0; at < words.size(); ++at)
            if (at != id)
                take(at, known->values(words[at]));
    // "公司传真" is a 传真, but a 电话 is no 移动电话.
    for (const Words *known : {&m_labels, &m_others})
        for (qsizetype at = 0; at < words.size(); ++at)
            for (auto word = known->begin(); word != known->end(); ++word)
                if (at != id && word.key().size() >= ShortestPart && words[at].endsWith(word.key()))
                    take(at, {word.value()});
    return found;
}

qsizetype ImportHeads::idColumn(const QStringList &heads)
{
    const auto id = std::find_if(heads.begin(), heads.end(), [](const QString &head) { return codeOfHead(head) == recordIdCode(); });
    return id == heads.end() ? -1 : id - heads.begin();
}

bool ImportHeads::isHeading(const QStringList &cells) const
{
    return idColumn(cells) >= 0 || std::any_of(cells.begin(), cells.end(), [this](const QString &cell) { return m_labels.contains(plain(cell)) || m_others.contains(plain(cell)); });
}

} // namespace guanxi::app
