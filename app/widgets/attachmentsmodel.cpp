// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/attachmentsmodel.h"

#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/filecontent.h"
#include "app/widgets/fonts.h"
#include "app/widgets/tones.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/work.h"

#include <QApplication>
#include <QDateTime>
#include <QIcon>
#include <QPainter>
#include <QPixmapCache>

namespace guanxi::app {

using model::Document;
using model::Record;

namespace {

constexpr int MostShown = 1000;
constexpr int RowHeight = 56;
constexpr int PictureSize = 44;
constexpr int Margin = 8;

QPixmap thumbnailPixmap(const Record &document, double ratio)
{
    const QByteArray bytes = document[Document::thumbnail];
    const QString key = QStringLiteral("thumbnail/%1/%2").arg(QString::fromLatin1(document[Document::blob].toHex())).arg(ratio);
    QPixmap pixmap;
    if (bytes.isEmpty() || QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap::fromImage(QImage::fromData(bytes).scaled(QSize(PictureSize, PictureSize) * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

model::Tone toneOf(const FileState &state)
{
    if (state.fault)
        return model::Tone::Bad;
    switch (state.place) {
    case FileState::Place::Here: return model::Tone::Good;
    case FileState::Place::Waiting: case FileState::Place::Uploading: case FileState::Place::Fetching: return model::Tone::Active;
    case FileState::Place::Server: break;
    }
    return model::Tone::Neutral;
}

} // namespace

AttachmentsModel::AttachmentsModel(Records &records, const model::RecordRef &parent) : m_records(records), m_parent(parent)
{
    if (Attachments *attachments = records.attachments())
        connect(attachments, &Attachments::stateChanged, this, &AttachmentsModel::stateChanged);
    reload();
}

void AttachmentsModel::reload()
{
    const QList<Record> found = isOneDocument() ? itself() : belonging();
    const auto same = [](const Record &a, const Record &b) { return a.ref() == b.ref(); };
    if (std::equal(found.begin(), found.end(), m_documents.begin(), m_documents.end(), same)) {
        // The selection stays where it is.
        m_documents = found;
        if (!found.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(found.size()) - 1));
        return;
    }
    beginResetModel();
    m_documents = found;
    endResetModel();
}

bool AttachmentsModel::isOneDocument() const { return m_parent.entity == Document::entity; }

QList<Record> AttachmentsModel::itself() const
{
    const Result<Record> document = m_records.load(m_parent);
    return document && !(*document)[Document::blob].isEmpty() ? QList<Record>{*document} : QList<Record>();
}

QList<Record> AttachmentsModel::belonging() const
{
    storage::Query query;
    query.entity = Document::entity;
    query.filter = storage::Filter::is(Document::parent.id, m_parent);
    query.sort = {{model::system::CreatedAt, true}};
    query.limit = MostShown;
    const Result<QList<Record>> found = m_records.findNow(query);
    return found ? *found : QList<Record>();
}

int AttachmentsModel::rowOf(const model::RecordRef &ref) const
{
    const auto found = std::find_if(m_documents.begin(), m_documents.end(), [&](const Record &document) { return document.ref() == ref; });
    return found == m_documents.end() ? -1 : int(found - m_documents.begin());
}

void AttachmentsModel::stateChanged(const QByteArray &blob)
{
    for (int row = 0; row < m_documents.size(); ++row)
        if (m_documents.at(row)[Document::blob] == blob)
            Q_EMIT dataChanged(index(row), index(row));
}

QString AttachmentsModel::faultText(const FileState &state)
{
    const bool atServer = state.place == FileState::Place::Waiting && state.fault->code == ErrorCode::DiskFull;
    return atServer ? tr("The server has no room for the file. It is safe here and goes there as soon as there is.") : errorText(*state.fault);
}

FileState AttachmentsModel::state(int row) const
{
    const Attachments *attachments = m_records.attachments();
    return attachments && row >= 0 && row < m_documents.size() && hasFile(row) ? attachments->state(m_documents.at(row)[Document::blob]) : FileState();
}

bool AttachmentsModel::hasFile(int row) const { return !m_documents.value(row).isNull(Document::blob); }

QString AttachmentsModel::stateText(int row) const { return hasFile(row) ? stateText(state(row)) : tr("No file"); }

QString AttachmentsModel::stateText(const FileState &state)
{
    switch (state.place) {
    case FileState::Place::Fetching: return tr("Fetching %1 %").arg(state.percent);
    case FileState::Place::Uploading: return tr("Uploading %1 %").arg(state.percent);
    case FileState::Place::Waiting: return state.fault ? tr("Not uploaded") : tr("Waiting to upload");
    case FileState::Place::Here: return state.pinned ? tr("Kept here") : tr("Here");
    case FileState::Place::Server: break;
    }
    return state.fault ? tr("Not available") : tr("On the server");
}

QString AttachmentsModel::factsText(int row) const
{
    const Record &document = m_documents.at(row);
    QStringList facts{sizeText(document[Document::size])};
    if (const QString who = m_records.title({model::User::entity, document.value(model::system::CreatedBy).id()}); !who.isEmpty())
        facts.append(who);
    if (const qint64 at = document.value(model::system::CreatedAt).number(); at != 0)
        facts.append(QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), QLocale::ShortFormat));
    return facts.join(QStringLiteral(" · "));
}

int AttachmentsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_documents.size()); }

Qt::ItemFlags AttachmentsModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

QVariant AttachmentsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_documents.size())
        return {};
    const Record &document = m_documents.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return document[Document::name];
    case Qt::ToolTipRole: {
        const FileState now = state(index.row());
        return now.fault ? faultText(now) : document[Document::name];
    }
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3").arg(document[Document::name], factsText(index.row()), stateText(index.row()));
    default: return {};
    }
}

QSize AttachmentsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, std::max(RowHeight, 2 * option.fontMetrics.height() + 3 * Margin)};
}

void AttachmentsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    option.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    painter->save();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const Record document = m_model.document(index.row());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QRect area = option.rect.adjusted(Margin, 0, -Margin, 0);
    const QRect square(area.left(), area.center().y() - PictureSize / 2, PictureSize, PictureSize);
    const QPixmap small = thumbnailPixmap(document, option.widget ? option.widget->devicePixelRatioF() : 1);
    if (small.isNull()) {
        QIcon::fromTheme(iconOf(document[Document::mime])).paint(painter, square.adjusted(8, 8, -8, -8));
    } else {
        QRect place(QPoint(), small.deviceIndependentSize().toSize());
        place.moveCenter(square.center());
        painter->drawPixmap(place, small);
        // White pages have an edge, too.
        painter->setPen(lineColor(option.palette));
        painter->drawRect(place);
    }
    area.setLeft(square.right() + 2 * Margin);

    const FileState state = m_model.state(index.row());
    const QString word = m_model.stateText(index.row());
    const int chip = option.fontMetrics.horizontalAdvance(word) + 3 * Margin;
    paintChip(*painter, QRect(area.right() - chip, area.top(), chip, area.height()), word, toneOf(state), option.palette);
    area.setRight(area.right() - chip - Margin);

    const int line = option.fontMetrics.height();
    const int top = area.center().y() - line - 1;
    painter->setFont(scaledFont(option.font, 1, QFont::DemiBold));
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(QRect(area.left(), top, area.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(document[Document::name], Qt::ElideMiddle, area.width()));
    painter->setFont(option.font);
    if (!selected)
        painter->setPen(quietText(option.palette));
    painter->drawText(QRect(area.left(), top + line + 2, area.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(m_model.factsText(index.row()), Qt::ElideRight, area.width()));
    painter->restore();
}

} // namespace guanxi::app
