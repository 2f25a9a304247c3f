// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/pictureeditor.h"

#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/picturecontent.h"
#include "app/widgets/tones.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPointer>
#include <QShortcut>
#include <QStandardPaths>
#include <QThreadPool>
#include <QToolButton>

namespace guanxi::app {

namespace {

constexpr int Side = 72;

/// The picture itself, or the initials in its place.
class PictureView : public QWidget
{
public:
    PictureView(RecordPictures &pictures, const model::Record &record, std::function<FileRef()> file)
        : m_pictures(pictures), m_record(record), m_file(std::move(file))
    {
        setFixedSize(Side, Side);
        connect(&pictures, &RecordPictures::arrived, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_record.isValid())
            return;
        QPainter painter(this);
        m_pictures.paint(painter, rect(), m_record, m_file());
    }

private:
    RecordPictures &m_pictures;
    const model::Record &m_record;
    std::function<FileRef()> m_file;
};

} // namespace

PictureEditor::PictureEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_pictures(records), m_view(new PictureView(m_pictures, m_record, [this] { return file(); })),
      m_words(new QLabel), m_buttons(new QWidget)
{
    auto *whole = new QWidget;
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(8);
    row->addWidget(m_view);
    auto *column = new QVBoxLayout;
    auto *line = new QHBoxLayout(m_buttons);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    m_choose = button(QStringLiteral("list-add"), tr("Choose…"), {}, &PictureEditor::choose);
    m_paste = button(QStringLiteral("edit-paste"), tr("Paste"), QKeySequence::Paste, &PictureEditor::paste);
    m_clear = button(QStringLiteral("edit-delete"), tr("Remove"), QKeySequence::Delete, &PictureEditor::clear);
    line->addStretch();
    m_words->setWordWrap(true);
    column->addStretch();
    column->addWidget(m_buttons);
    column->addWidget(m_words);
    column->addStretch();
    row->addLayout(column, 1);
    setMainWidget(whole);
    whole->setFocusProxy(m_choose);
    setAcceptDrops(true);
    showState();
}

QToolButton *PictureEditor::button(const QString &icon, const QString &text, const QKeySequence &keys, void (PictureEditor::*made)())
{
    auto *button = new QToolButton;
    button->setIcon(QIcon::fromTheme(icon));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    const QString keyText = keys.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(keys.toString(QKeySequence::NativeText));
    button->setToolTip(QString(text).remove(QStringLiteral("…")) + keyText);
    button->setAccessibleName(QStringLiteral("%1: %2").arg(fieldLabel(entity(), field()), text));
    connect(button, &QToolButton::clicked, this, made);
    if (!keys.isEmpty())
        connect(new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, button, &QToolButton::click);
    m_buttons->layout()->addWidget(button);
    return button;
}

FileRef PictureEditor::file() const { return {m_record.isValid() ? m_record.ref() : model::RecordRef(), field().id, m_value.as<QByteArray>()}; }

void PictureEditor::setRecord(const model::Record &record)
{
    m_record = record;
    if (record.value(field().id) == model::Value(m_taken))
        m_taken.clear(); // it is saved
    m_view->update();
}

void PictureEditor::setValue(const model::Value &value)
{
    m_fault.reset();
    m_value = value;
    forgetTaken(value.as<QByteArray>());
    showState();
}

void PictureEditor::setChangeable(bool changeable)
{
    m_changeable = changeable;
    setAcceptDrops(changeable);
    showState();
}

void PictureEditor::showState()
{
    const bool able = m_changeable && records().attachments();
    m_buttons->setVisible(able);
    m_choose->setEnabled(!m_busy);
    m_paste->setEnabled(!m_busy);
    m_clear->setEnabled(!m_busy && !m_value.isNull());
    const QString words = m_fault ? errorText(*m_fault, &entity()) : m_busy ? tr("The picture is being made ready…") : QString();
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, m_fault ? errorColor(palette()) : quietText(palette()));
    m_words->setPalette(colors);
    m_view->update();
}

void PictureEditor::choose()
{
    const QString place = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString path = QFileDialog::getOpenFileName(window(), tr("Choose a picture"), place, tr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.gif)"));
    if (!path.isEmpty())
        takeFile(path);
}

void PictureEditor::paste()
{
    if (const QMimeData *copied = QGuiApplication::clipboard()->mimeData())
        takeData(*copied);
}

void PictureEditor::clear()
{
    if (!m_value.isNull())
        take({});
}

void PictureEditor::takeData(const QMimeData &brought)
{
    for (const QUrl &url : brought.urls())
        if (url.isLocalFile())
            return takeFile(url.toLocalFile());
    if (brought.hasImage())
        takeImage(brought.imageData().value<QImage>());
    else
        refuse({ErrorCode::BadFormat, {field().name, brought.text().left(40), QStringLiteral("picture")}});
}

void PictureEditor::takeFile(const QString &path)
{
    prepare([path]() -> Result<QByteArray> {
        QFile content(path);
        if (!content.open(QIODevice::ReadOnly))
            return Error{ErrorCode::FileFailed, {path, content.errorString()}};
        return pictureToKeep(content, QFileInfo(path).fileName());
    });
}

void PictureEditor::takeImage(const QImage &image)
{
    prepare([image, name = fieldLabel(entity(), field())] { return pictureToKeep(image, name); });
}

void PictureEditor::prepare(const std::function<Result<QByteArray>()> &make)
{
    if (m_busy || !m_changeable || !records().attachments() || !m_record.isValid())
        return;
    m_busy = true;
    m_fault.reset();
    showState();
    QThreadPool::globalInstance()->start([make, guard = QPointer<PictureEditor>(this)] {
        auto content = std::make_shared<Result<QByteArray>>(make());
        QMetaObject::invokeMethod(QCoreApplication::instance(), [content, guard] {
            if (guard)
                guard->keep(*content);
        }, Qt::QueuedConnection);
    });
}

void PictureEditor::keep(const Result<QByteArray> &content)
{
    if (!content)
        return refuse(content.error());
    records().attachments()->takeBytes(*content, {m_record.ref(), field().id, {}}, this, [this](const Result<TakenFile> &taken) {
        if (!taken)
            return refuse(taken.error());
        m_busy = false;
        // The same picture again is no change, and what is saved must not be forgotten.
        if (model::Value(taken->blob) == m_value)
            return showState();
        forgetTaken(taken->blob);
        m_taken = taken->blob;
        take(taken->blob);
    });
}

void PictureEditor::take(const model::Value &value)
{
    setValue(value);
    Q_EMIT edited();
}

void PictureEditor::refuse(const Error &error)
{
    m_busy = false;
    m_fault = error;
    if (error.code == ErrorCode::BadFormat && m_fault->args.value(0).isEmpty())
        m_fault->args[0] = field().name;
    showState();
}

void PictureEditor::forgetTaken(const QByteArray &but)
{
    if (m_taken.isEmpty() || m_taken == but)
        return;
    const QByteArray taken = std::exchange(m_taken, {});
    if (records().attachments())
        records().attachments()->drop({m_record.ref(), field().id, taken});
}

void PictureEditor::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_changeable && (event->mimeData()->hasUrls() || event->mimeData()->hasImage()))
        event->acceptProposedAction();
}

void PictureEditor::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    takeData(*event->mimeData());
}

void PictureEditor::changeEvent(QEvent *event)
{
    FieldEditor::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showState();
}

} // namespace guanxi::app
