// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/attachments.h"
#include "app/data/records.h"

#include <QCache>
#include <QImage>

class QPainter;

namespace guanxi::app {

/// A picture that people choose, as opposed to a file that came with a document.
bool isPicture(const model::Field &field);
/// The field with the picture a record is known by; nullptr: this entity has none.
const model::Field *pictureFieldOf(const model::Entity &entity);

/// The pictures of records for widgets: fetched and read when they are asked for, never waited for.
class RecordPictures : public QObject
{
    Q_OBJECT

public:
    explicit RecordPictures(Records &records, QObject *parent = nullptr);

    /// Null: there is none, or it is not here yet and arrived() follows when it is.
    QImage picture(const FileRef &file);
    /// Paints it, or the initials of the record where there is none: round for people, else with round corners.
    void paint(QPainter &painter, const QRect &area, const model::Record &record, const FileRef &file);

Q_SIGNALS:
    void arrived(const QByteArray &blob);

private:
    void fetch(const FileRef &file);
    void read(const QByteArray &blob);
    void take(const QByteArray &blob, const Result<QByteArray> &content);
    void fail(const QByteArray &blob);
    /// Ready to be painted at that size.
    QImage sized(const QByteArray &blob, const QImage &image, const QSize &pixels, bool whole);

    Records &m_records;
    QCache<QByteArray, QImage> m_images; ///< null images: cannot be shown
    QCache<std::pair<QByteArray, int>, QImage> m_sized; ///< by width in pixels: a list paints the same ones again and again
    QHash<QByteArray, qint64> m_retry;   ///< when to ask again (monotonic ms); 0: an answer is on its way
};

/// One or two letters that stand for a name: 王小明 is 小明, "Anna Lee" is AL.
QString initialsOf(const QString &name, bool person, bool one);

} // namespace guanxi::app
