// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks of a document, from what its template declares.
#include "app/reports/documentmaker.h"

namespace guanxi::app {

using namespace Qt::StringLiterals;
using namespace model;

namespace {

constexpr double BaseSize = 9;

Qt::Alignment alignmentOf(const QJsonObject &spec)
{
    const QString name = spec.value("align"_L1).toString();
    return name == "right"_L1 ? Qt::AlignRight : name == "center"_L1 ? Qt::AlignHCenter : Qt::AlignLeft;
}

} // namespace

TextStyle DocumentMaker::style(const QJsonObject &spec) const
{
    TextStyle style{.points = spec.value("size"_L1).toDouble(BaseSize), .isBold = spec.value("bold"_L1).toBool(), .isSerif = spec.value("serif"_L1).toBool(),
                    .isOneLine = spec.value("line"_L1).toBool(), .spacing = 0, .alignment = alignmentOf(spec), .color = paper::Ink};
    // Letters apart suit Chinese titles only.
    if (language() == "zh"_L1)
        style.spacing = spec.value("spacing"_L1).toDouble();
    if (spec.value("quiet"_L1).toBool())
        style.color = paper::Quiet;
    return style;
}

std::shared_ptr<Flow> DocumentMaker::flow()
{
    PageFrame frame;
    frame.title = fill(m_form.value("title"), m_scope).text;
    frame.runningHead = fill(m_form.value("runningHead"), m_scope).text;
    frame.footLeft = fill(m_form.value("footLeft"), m_scope).text;
    frame.footRight = fill(m_form.value("footRight"), m_scope).text;
    frame.layout = m_form.layout();
    m_table = 0;
    return std::make_shared<Flow>(frame, blocksOf(m_form.blocks()), true);
}

BlockList DocumentMaker::blocksOf(const QJsonArray &list)
{
    BlockList blocks;
    for (const QJsonValue &value : list)
        if (applies(value.toObject()))
            add(blocks, value);
    return blocks;
}

void DocumentMaker::add(BlockList &blocks, const QJsonValue &json)
{
    const QJsonObject spec = json.toObject();
    std::shared_ptr<Block> block;
    if (spec.contains("text"_L1)) {
        const FilledText text = fill(spec.value("text"_L1), m_scope);
        if (!text.isEmpty && !text.text.isEmpty())
            block = std::make_shared<TextBlock>(text.text, style(spec), spec.value("heading"_L1).toBool());
    } else if (spec.contains("fields"_L1)) {
        block = fields(spec);
    } else if (spec.contains("table"_L1)) {
        if (m_table < m_tables.size())
            block = table(m_tables[m_table++]);
    } else if (spec.contains("row"_L1)) {
        block = row(spec.value("row"_L1).toArray());
    } else if (spec.contains("space"_L1)) {
        block = std::make_shared<SpaceBlock>(spec.value("space"_L1).toDouble());
    } else if (spec.contains("rule"_L1)) {
        block = std::make_shared<SpaceBlock>(spec.value("height"_L1).toDouble(8), spec.value("rule"_L1).toDouble(paper::ThinLine));
    } else if (spec.contains("picture"_L1)) {
        if (!m_sender.logo.isNull())
            block = std::make_shared<PictureBlock>(m_sender.logo, spec.value("height"_L1).toDouble(36), alignmentOf(spec));
    } else if (spec.contains("signatures"_L1)) {
        block = signatures(spec.value("signatures"_L1).toArray());
    } else if (spec.contains("page"_L1)) {
        block = std::make_shared<PageBreak>();
    }
    if (block)
        blocks.push_back(std::move(block));
}

std::shared_ptr<Block> DocumentMaker::row(const QJsonArray &cells)
{
    std::vector<RowBlock::Cell> made;
    for (const QJsonValue &value : cells)
        if (const QJsonObject cell = value.toObject(); applies(cell))
            made.push_back({cell.value("width"_L1).toDouble(1), blocksOf(cell.value("blocks"_L1).toArray())});
    return std::make_shared<RowBlock>(std::move(made));
}

std::shared_ptr<Block> DocumentMaker::fields(const QJsonObject &spec) const
{
    QList<FieldsBlock::Item> items;
    for (const QJsonValue &value : spec.value("fields"_L1).toArray()) {
        const QJsonObject item = value.toObject();
        if (!applies(item))
            continue;
        const FilledText text = fill(item.value("value"_L1), m_scope);
        const bool isKept = item.value("always"_L1).toBool() && !text.isHidden;
        if ((!text.isEmpty && !text.text.isEmpty()) || isKept)
            items.append({fill(item.value("label"_L1), m_scope).text, text.text, item.value("strong"_L1).toBool()});
    }
    return std::make_shared<FieldsBlock>(items, spec.value("columns"_L1).toInt(1), style(spec));
}

std::shared_ptr<Block> DocumentMaker::signatures(const QJsonArray &parties) const
{
    QList<SignatureBlock::Party> made;
    for (const QJsonValue &value : parties) {
        const QJsonObject party = value.toObject();
        QStringList lines;
        for (const QJsonValue &line : party.value("lines"_L1).toArray())
            lines.append(fill(line, m_scope).text);
        made.append({fill(party.value("heading"_L1), m_scope).text, lines});
    }
    return std::make_shared<SignatureBlock>(made, TextStyle{.points = BaseSize, .color = paper::Ink});
}

PaperTable::Column DocumentMaker::column(const QJsonObject &spec, const Entity &line) const
{
    QString label = fill(spec.value("label"_L1), m_scope).text;
    const QStringList expressions = PaperFields::expressions(PaperTemplate::text(spec.value("value"_L1), language()));
    const Field *field = expressions.size() == 1 ? line.field(expressions.first()) : nullptr;
    if (label.isEmpty() && field)
        label = m_words.label(line, *field);
    QStringList groups;
    for (const auto key : {"over"_L1, "group"_L1})
        if (const QString head = fill(spec.value(key), m_scope).text; !head.isEmpty())
            groups.append(head);
    return {.heading = label, .groups = groups, .share = spec.value("width"_L1).toDouble(10), .alignment = alignmentOf(spec),
            .shrinks = spec.value("line"_L1).toBool()};
}

std::shared_ptr<Block> DocumentMaker::table(const Lines &lines)
{
    if (!lines.entity)
        return nullptr;
    const QString none = lines.cells.isEmpty() ? fill(lines.spec.value("empty"_L1), m_scope).text : QString();
    if (!none.isEmpty())
        return std::make_shared<TextBlock>(none, TextStyle{.points = BaseSize, .color = paper::Quiet});
    PaperTable table;
    const auto indexOf = [&](const QString &key) {
        for (qsizetype at = 0; at < lines.columns.size(); ++at)
            if (lines.columns[at].value("id"_L1).toString() == key)
                return int(at);
        return -1;
    };
    for (const QJsonObject &spec : lines.columns)
        table.columns.append(column(spec, *lines.entity));
    table.rows = int(lines.cells.size());
    table.cell = [cells = lines.cells](int row, int column) { return cells.at(row).at(column); };
    table.points = lines.spec.value("size"_L1).toDouble(8.5);
    table.hasGrid = lines.spec.value("grid"_L1).toBool();
    table.feet = feet(lines, lines.columns);
    const QJsonObject carry = lines.spec.value("carry"_L1).toObject();
    if (const int under = indexOf(carry.value("under"_L1).toString()); under >= 0) {
        const QString sum = carry.value("sum"_L1).toString();
        QStringList words;
        for (qsizetype count = 0; count <= lines.cells.size(); ++count)
            words.append(sumOf(lines, sum, count, false));
        table.carry = PaperTable::Carry{under, fill(carry.value("carried"_L1), m_scope).text, fill(carry.value("brought"_L1), m_scope).text,
                                        [words](int rows) { return words.value(rows); }};
    }
    return std::make_shared<TableBlock>(std::move(table));
}

QList<PaperTable::Foot> DocumentMaker::feet(const Lines &lines, const QList<QJsonObject> &columns) const
{
    QList<PaperTable::Foot> made;
    for (const QJsonValue &value : lines.spec.value("feet"_L1).toArray()) {
        const QJsonObject spec = value.toObject();
        const QString under = spec.value("under"_L1).toString(), sum = spec.value("sum"_L1).toString();
        if (!applies(spec))
            continue;
        int column = -1;
        for (qsizetype at = 0; at < columns.size() && !under.isEmpty(); ++at)
            if (columns[at].value("id"_L1).toString() == under)
                column = int(at);
        // The column is hidden from the reader, and so is its sum.
        if (!under.isEmpty() && column < 0)
            continue;
        const bool words = spec.value("words"_L1).toBool();
        const FilledText text = fill(spec.value("value"_L1), m_scope);
        const QString filled = text.text + (sum.isEmpty() ? QString() : sumOf(lines, sum, lines.cells.size(), words));
        if (!text.isEmpty)
            made.append({fill(spec.value("label"_L1), m_scope).text, filled, column, spec.value("strong"_L1).toBool()});
    }
    return made;
}

} // namespace guanxi::app
