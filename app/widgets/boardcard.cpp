// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/boardcard.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/fonts.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/tones.h"

#include <QPainter>

namespace guanxi::app {

using model::Field;
using model::FieldType;

namespace {

constexpr int Padding = 8;
constexpr int Gap = 4; ///< between cards
constexpr int Lines = 3;

} // namespace

BoardCard::BoardCard(RecordListModel &model, const BoardLanes &lanes, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model), m_lanes(lanes), m_subject(firstOf({FieldType::Reference, FieldType::AnyReference})),
      m_amount(firstOf({FieldType::Money})), m_date(firstOf({FieldType::Date, FieldType::DateTime}))
{}

const Field *BoardCard::firstOf(std::initializer_list<FieldType> types) const
{
    const model::Entity &entity = m_model.entity();
    for (const Field &field : entity.fields())
        if (field.listed && std::find(types.begin(), types.end(), field.type) != types.end()
            && !entity.titleFields.contains(field.id) && field.id != m_lanes.field() && m_model.records().rights().isVisible(entity, field))
            return &field;
    return nullptr;
}

QString BoardCard::text(const model::Record &record, const Field *field) const
{
    return field ? FieldText(m_model.records()).text(record, *field) : QString();
}

QString BoardCard::name(const model::Record &record) const
{
    const QList<model::FieldId> &parts = m_model.entity().titleFields;
    const QString first = parts.size() > 1 ? text(record, m_model.entity().field(parts.first())) : QString();
    return first.isEmpty() ? FieldText(m_model.records()).title(record) : first;
}

QString BoardCard::about(const model::Record &record) const
{
    const QList<model::FieldId> &parts = m_model.entity().titleFields;
    if (parts.size() < 2)
        return text(record, m_subject);
    QStringList others;
    for (const model::FieldId part : parts.mid(1))
        others.append(text(record, m_model.entity().field(part)));
    return others.join(u' ');
}

QString BoardCard::words(const model::Record &record) const
{
    QStringList parts{FieldText(m_model.records()).title(record)};
    for (const Field *field : {m_subject, m_amount, m_date})
        if (const QString part = text(record, field); !part.isEmpty())
            parts.append(part);
    if (const CardRemark remark = m_lanes.remark(record); !remark.text.isEmpty())
        parts.append(remark.text);
    return parts.join(QStringLiteral(", "));
}

QSize BoardCard::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {80, Lines * option.fontMetrics.lineSpacing() + 2 * Padding + Gap};
}

void BoardCard::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const model::Record &record = m_model.record(index.row());
    const QRect card = option.rect.adjusted(Gap, Gap / 2, -Gap, -Gap / 2);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(selected ? option.palette.color(QPalette::Highlight) : option.palette.color(QPalette::Base));
    painter->setPen(selected ? option.palette.color(QPalette::Highlight) : lineColor(option.palette));
    painter->drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? ink : quietText(option.palette);
    const int height = option.fontMetrics.lineSpacing();
    QRect line(card.left() + Padding, card.top() + Padding, card.width() - 2 * Padding, height);
    const auto write = [&](const QString &words, const QColor &color, Qt::Alignment side, const QFont &font) {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(line, int(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(words, Qt::ElideRight, line.width()));
    };
    write(name(record), ink, Qt::AlignLeft, scaledFont(option.font, 1, QFont::DemiBold));
    line.translate(0, height);
    if (const CardRemark remark = m_lanes.remark(record); !remark.text.isEmpty()) {
        const int width = option.fontMetrics.horizontalAdvance(remark.text);
        write(remark.text, selected || remark.tone == model::Tone::Neutral ? quiet : toneColors(remark.tone, option.palette).text, Qt::AlignRight, option.font);
        line.setWidth(std::max(0, line.width() - width - Padding));
    }
    write(about(record), quiet, Qt::AlignLeft, option.font);
    line.setWidth(card.width() - 2 * Padding);
    line.translate(0, height);
    write(text(record, m_amount), ink, Qt::AlignLeft, option.font);
    write(text(record, m_date), quiet, Qt::AlignRight, option.font);
    painter->restore();
}

} // namespace guanxi::app
