// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper/flow.h"
#include "app/reports/paper/tableblock.h"
#include "app/reports/paperfields.h"
#include "app/reports/papertemplate.h"
#include "app/reports/piecemaker.h"

#include <QImage>

namespace guanxi::app {

/// Documents by a template.
class DocumentMaker final : public PieceMaker
{
    Q_OBJECT

public:
    struct Sender {
        model::Record company;
        QImage logo;
    };
    DocumentMaker(Records &records, PaperTemplate form, const QString &language, Sender sender, qint64 today);

    void begin(const model::Record &document) override;
    Result<PageSource::State> step() override;
    bool isTextMissing() const override { return m_isMissing; }
    QString filled(const QJsonValue &text) const { return fill(text, m_scope).text; }

private:
    /// Lines of a table, as they are read.
    struct Lines {
        QJsonObject spec;
        const model::Entity *entity = nullptr;
        QList<QJsonObject> columns;
        std::optional<RowReading> reading;
        QList<QStringList> cells;
        QHash<QString, QList<qint64>> sums; ///< of an expression, up to each line
    };
    storage::Query queryOf(const Lines &lines) const;
    void addLine(Lines &lines, const model::Record &line);
    void collectTables();
    Lines linesOf(const QJsonObject &spec) const;
    QString sumOf(const Lines &lines, const QString &expression, qsizetype count, bool words) const;

    std::shared_ptr<Flow> flow();
    void add(BlockList &blocks, const QJsonValue &json);
    BlockList blocksOf(const QJsonArray &list);
    std::shared_ptr<Block> table(const Lines &lines);
    PaperTable::Column column(const QJsonObject &spec, const model::Entity &line) const;
    QList<PaperTable::Foot> feet(const Lines &lines, const QList<QJsonObject> &columns) const;
    std::shared_ptr<Block> row(const QJsonArray &cells);
    std::shared_ptr<Block> fields(const QJsonObject &spec) const;
    std::shared_ptr<Block> signatures(const QJsonArray &parties) const;
    TextStyle style(const QJsonObject &spec) const;
    bool applies(const QJsonObject &spec) const;
    FilledText fill(const QJsonValue &text, const PaperScope &scope) const;
    QString language() const { return m_words.language(); }

    Records &m_records;
    PaperTemplate m_form;
    PaperWords m_words;
    Sender m_sender;
    PaperFields m_fields;
    PaperScope m_scope;
    std::vector<Lines> m_tables;
    size_t m_table = 0;     ///< being read; while blocks are made, the next to be placed
    mutable bool m_isMissing = false;
};

} // namespace guanxi::app
