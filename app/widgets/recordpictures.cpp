// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordpictures.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/picturecontent.h"
#include "common/model/catalogue/organisation.h"

#include <QDeadlineTimer>
#include <QPainter>
#include <QPainterPath>

#include <array>

namespace guanxi::app {

namespace {

constexpr int CacheKiB = 24 * 1024;
constexpr int SizedKiB = 8 * 1024;
constexpr qint64 LargestRead = 1024 * 1024;
constexpr qint64 RetryMs = 20'000; ///< after which one is asked for again that could not be had
constexpr int SmallSide = 32;      ///< below it there is room for one letter

/// White on each of them has a contrast of at least 4.5:1.
constexpr std::array<QRgb, 8> Grounds{0xff1f6fb2, 0xffa3482f, 0xff2e7d4f, 0xff7a4fa3, 0xff8c5e12, 0xffb03a6b, 0xff3f6470, 0xff5b5fc7};

qint64 monotonicMs() { return QDeadlineTimer::current(Qt::CoarseTimer).deadline(); }

/// The same on every computer, so that a person keeps the colour.
QColor groundOf(const QString &name)
{
    quint32 sum = 2166136261u;
    for (const QChar c : name)
        sum = (sum ^ c.unicode()) * 16777619u;
    return QColor::fromRgb(Grounds[sum % Grounds.size()]);
}

bool isHan(const QString &name) { return !name.isEmpty() && name.front().script() == QChar::Script_Han; }

bool isPerson(const model::Entity &entity) { return entity.id == model::User::entity; }

QImage cut(const QImage &image, const QSize &pixels, bool whole)
{
    if (whole)
        return image.scaled(pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    const QImage filled = image.scaled(pixels, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    return filled.copy((filled.width() - pixels.width()) / 2, (filled.height() - pixels.height()) / 2, pixels.width(), pixels.height());
}

} // namespace

bool isPicture(const model::Field &field) { return field.type == model::FieldType::BlobRef && field.isTyped(); }

const model::Field *pictureFieldOf(const model::Entity &entity)
{
    const auto &fields = entity.fields();
    const auto found = std::find_if(fields.begin(), fields.end(), isPicture);
    return found == fields.end() ? nullptr : &*found;
}

QString initialsOf(const QString &name, bool person, bool one)
{
    const QString trimmed = name.trimmed();
    if (isHan(trimmed))
        return one ? trimmed.left(1) : person ? trimmed.right(2) : trimmed.left(2);
    QString letters;
    for (const QString &word : trimmed.split(u' ', Qt::SkipEmptyParts))
        if (word.front().isLetterOrNumber() && letters.size() < (one ? 1 : 2))
            letters += word.front().toUpper();
    return letters;
}

RecordPictures::RecordPictures(Records &records, QObject *parent) : QObject(parent), m_records(records), m_images(CacheKiB), m_sized(SizedKiB)
{
    if (Attachments *attachments = records.attachments())
        connect(attachments, &Attachments::stateChanged, this, [this](const QByteArray &blob) {
            if (m_retry.value(blob) != 0 && m_records.attachments()->state(blob).isHere()) {
                m_retry.remove(blob);
                Q_EMIT arrived(blob);
            }
        });
}

QImage RecordPictures::picture(const FileRef &file)
{
    if (file.blob.isEmpty() || !m_records.attachments())
        return {};
    if (const QImage *known = m_images.object(file.blob))
        return *known;
    const auto asked = m_retry.constFind(file.blob);
    if (asked == m_retry.constEnd() || (*asked != 0 && *asked <= monotonicMs()))
        fetch(file);
    return {};
}

void RecordPictures::fetch(const FileRef &file)
{
    m_retry.insert(file.blob, 0);
    m_records.attachments()->fetch(file, this, [this, blob = file.blob](const Result<bool> &fetched) { fetched ? read(blob) : fail(blob); });
}

void RecordPictures::read(const QByteArray &blob)
{
    m_records.attachments()->read(blob, LargestRead, this, [this, blob](const Result<QByteArray> &content) { take(blob, content); });
}

void RecordPictures::take(const QByteArray &blob, const Result<QByteArray> &content)
{
    if (!content)
        return fail(blob);
    auto *image = new QImage(keptPicture(*content));
    m_retry.remove(blob);
    m_images.insert(blob, image, 1 + int(image->sizeInBytes() / 1024));
    Q_EMIT arrived(blob);
}

QImage RecordPictures::sized(const QByteArray &blob, const QImage &image, const QSize &pixels, bool whole)
{
    const std::pair key(blob, pixels.width());
    if (const QImage *known = m_sized.object(key))
        return *known;
    const QImage made = cut(image, pixels, whole);
    m_sized.insert(key, new QImage(made), 1 + int(made.sizeInBytes() / 1024));
    return made;
}

void RecordPictures::fail(const QByteArray &blob) { m_retry.insert(blob, monotonicMs() + RetryMs); }

void RecordPictures::paint(QPainter &painter, const QRect &area, const model::Record &record, const FileRef &file)
{
    const bool person = isPerson(record.entity());
    const QImage image = picture(file);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath shape;
    const double corner = person ? area.width() / 2.0 : std::max(2.0, area.width() / 10.0);
    shape.addRoundedRect(area, corner, corner);
    if (!image.isNull()) {
        const double ratio = painter.device()->devicePixelRatioF();
        // A face fills its circle; of a logo nothing may be missing.
        QImage shown = sized(file.blob, image, area.size() * ratio, !person);
        shown.setDevicePixelRatio(ratio);
        painter.setClipPath(shape);
        const QSizeF size = shown.deviceIndependentSize();
        painter.drawImage(QPointF(area.x() + (area.width() - size.width()) / 2, area.y() + (area.height() - size.height()) / 2), shown);
    } else {
        const QString name = FieldText(m_records).title(record);
        const QString letters = initialsOf(name, person, area.width() < SmallSide);
        painter.fillPath(shape, groundOf(name));
        QFont font = painter.font();
        font.setPixelSize(std::max(8, int(area.height() * (isHan(letters) && letters.size() > 1 ? 0.34 : letters.size() > 1 ? 0.4 : 0.55))));
        painter.setFont(font);
        painter.setPen(Qt::white);
        painter.drawText(area, Qt::AlignCenter, letters);
    }
    painter.restore();
}

} // namespace guanxi::app
