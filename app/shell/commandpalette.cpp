// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/commandpalette.h"

#include "app/shell/palettedelegate.h"

#include <QAction>
#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QTimer>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr int PaletteWidth = 640;
constexpr int PaletteHeight = 460;
constexpr int TypingMs = 60;

} // namespace

CommandPalette::CommandPalette(PaletteEntries &entries, QWidget *parent)
    : QFrame(parent), m_entries(entries), m_line(new QLineEdit), m_list(new QListView), m_model(new QStandardItemModel(this)),
      m_typing(new QTimer(this))
{
    setObjectName(QStringLiteral("palette"));
    setAutoFillBackground(true);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(32);
    shadow->setOffset(0, 6);
    shadow->setColor(QColor(0, 0, 0, 90));
    setGraphicsEffect(shadow);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 6);
    column->setSpacing(4);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_typing->setSingleShot(true);
    m_typing->setInterval(TypingMs);
    connect(m_line, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, &CommandPalette::refresh);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { take(index.row()); });
    m_line->installEventFilter(this);
    parent->installEventFilter(this);
    hide();
}

void CommandPalette::open(const QString &typed)
{
    if (isHidden())
        m_before = QApplication::focusWidget();
    m_line->setPlaceholderText(tr("Search customers, people, documents and commands"));
    m_line->setAccessibleName(tr("Search everything"));
    m_list->setAccessibleName(tr("Found"));
    m_line->setText(typed);
    m_line->selectAll();
    reposition();
    show();
    raise();
    // Only what is laid out can be scrolled to its first heading.
    refresh();
    m_line->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::refresh()
{
    m_typing->stop();
    m_shown = m_entries.find(m_line->text());
    m_model->clear();
    const QString typed = m_line->text().trimmed();
    for (const PaletteEntry &entry : std::as_const(m_shown)) {
        auto *item = new QStandardItem(QIcon::fromTheme(entry.icon), entry.text);
        item->setData(entry.hint, PaletteDelegate::HintRole);
        item->setData(int(entry.kind), PaletteDelegate::KindRole);
        item->setData(typed.startsWith(u'>') ? typed.mid(1).trimmed() : typed, PaletteDelegate::TypedRole);
        item->setFlags(entry.kind == PaletteEntry::Kind::Heading ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_model->appendRow(item);
    }
    if (m_shown.isEmpty()) {
        auto *item = new QStandardItem(tr("Nothing found. Pinyin initials work too: bjcc finds 北京长城."));
        item->setData(int(PaletteEntry::Kind::Heading), PaletteDelegate::KindRole);
        item->setFlags(Qt::NoItemFlags);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex({});
    step(1);
}

int CommandPalette::currentRow() const { return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1; }

void CommandPalette::step(int by)
{
    int row = currentRow();
    const int direction = by > 0 ? 1 : -1;
    for (int left = qAbs(by); left > 0; --left) {
        int next = row + direction;
        while (next >= 0 && next < m_shown.size() && m_shown[next].kind == PaletteEntry::Kind::Heading)
            next += direction;
        if (next < 0 || next >= m_shown.size())
            break;
        row = next;
    }
    if (row < 0)
        return;
    const QModelIndex index = m_model->index(row, 0);
    m_list->setCurrentIndex(index);
    // The heading above belongs to the first of a group.
    if (row > 0 && m_shown[row - 1].kind == PaletteEntry::Kind::Heading)
        m_list->scrollTo(m_model->index(row - 1, 0));
    m_list->scrollTo(index);
}

void CommandPalette::take(int row)
{
    if (m_typing->isActive())
        refresh();
    if (row < 0 || row >= m_shown.size() || m_shown[row].kind == PaletteEntry::Kind::Heading)
        return;
    const PaletteEntry entry = m_shown[row];
    leave();
    if (entry.kind == PaletteEntry::Kind::Record)
        Q_EMIT recordChosen(entry.record);
    else if (entry.action)
        entry.action->trigger();
}

void CommandPalette::leave()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::reposition()
{
    const QWidget *parent = parentWidget();
    const QSize size(qMin(PaletteWidth, parent->width() - 32), qMin(PaletteHeight, parent->height() - 80));
    setGeometry(QRect({(parent->width() - size.width()) / 2, 48}, size));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        reposition();
    if (watched != m_line)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible()
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        hide();
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_PageDown: step(8); return true;
    case Qt::Key_PageUp: step(-8); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_typing->isActive())
            refresh();
        take(currentRow());
        return true;
    case Qt::Key_Escape: leave(); return true;
    default: return false;
    }
}

void CommandPalette::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && isVisible())
        open(m_line->text());
}

} // namespace guanxi::app
