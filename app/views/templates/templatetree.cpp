// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/templates/templatetree.h"

#include <QContextMenuEvent>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QTreeWidgetItemIterator>

namespace guanxi::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int PlaceRole = Qt::UserRole, RowPadding = 6;

QString language() { return QLocale().language() == QLocale::Chinese ? u"zh"_s : u"en"_s; }

TemplatePlace placeOf(const QTreeWidgetItem *item) { return item ? item->data(0, PlaceRole).toStringList() : TemplatePlace(); }

} // namespace

TemplateTree::TemplateTree(TemplateDraft &draft, QWidget *parent) : QTreeWidget(parent), m_draft(draft)
{
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(16);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&draft, &TemplateDraft::changed, this, [this](bool shape) { shape ? rebuild() : relabel(); });
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item)
            Q_EMIT chosen(placeOf(item));
    });
    rebuild();
}

TemplatePlace TemplateTree::place() const { return placeOf(currentItem()); }

void TemplateTree::rebuild()
{
    const TemplatePlace before = place();
    {
        const QSignalBlocker quiet(this);
        clear();
        auto *root = new QTreeWidgetItem(this, {partLabel(m_draft.document(), {}, language())});
        root->setSizeHint(0, {0, fontMetrics().height() + RowPadding});
        addItems(root, {});
        expandAll();
    }
    choose(before);
}

void TemplateTree::addItems(QTreeWidgetItem *above, const TemplatePlace &place)
{
    for (const PartList &list : listsOf(m_draft.kind(place))) {
        const qsizetype count = m_draft.value(place + list.place).toArray().size();
        for (qsizetype at = 0; at < count; ++at) {
            const TemplatePlace inner = place + list.place + TemplatePlace{QString::number(at)};
            // What stands on the page stands beside the page itself, not within it.
            auto *item = place.isEmpty() ? new QTreeWidgetItem(this) : new QTreeWidgetItem(above);
            item->setText(0, partLabel(m_draft.document(), inner, language()));
            item->setToolTip(0, item->text(0));
            item->setSizeHint(0, {0, fontMetrics().height() + RowPadding});
            item->setData(0, PlaceRole, inner);
            addItems(item, inner);
        }
    }
}

void TemplateTree::relabel()
{
    for (QTreeWidgetItemIterator item(this); *item; ++item) {
        const QString label = partLabel(m_draft.document(), placeOf(*item), language());
        if ((*item)->text(0) != label) {
            (*item)->setText(0, label);
            (*item)->setToolTip(0, label);
        }
    }
}

void TemplateTree::choose(const TemplatePlace &place)
{
    QTreeWidgetItem *best = topLevelItem(0);
    for (QTreeWidgetItemIterator item(this); *item; ++item) {
        const TemplatePlace at = placeOf(*item);
        if (at.size() <= place.size() && place.first(at.size()) == at && at.size() >= placeOf(best).size())
            best = *item;
    }
    setCurrentItem(best);
    scrollToItem(best);
}

std::optional<TemplateTree::Slot> TemplateTree::slotFor(PartKind kind) const
{
    // Into the chosen part, else behind it or behind what it stands in.
    for (TemplatePlace at = place();; at = outside(at)) {
        bool isPart = at.isEmpty();
        if (!isPart)
            (void)at.last().toInt(&isPart);
        if (isPart)
            for (const PartList &list : listsOf(m_draft.kind(at)))
                if (list.kinds.contains(kind)) {
                    const TemplatePlace whole = at + list.place;
                    const TemplatePlace chosen = place();
                    const bool isWithin = chosen.size() > whole.size() && chosen.first(whole.size()) == whole;
                    return Slot{whole, isWithin ? chosen.at(whole.size()).toInt() + 1 : m_draft.value(whole).toArray().size()};
                }
        if (at.isEmpty())
            return std::nullopt;
    }
}

void TemplateTree::add(PartKind kind)
{
    if (const std::optional<Slot> slot = slotFor(kind))
        choose(m_draft.insert(slot->list, slot->at, newPart(kind)));
}

void TemplateTree::removeChosen()
{
    if (isAtPart())
        m_draft.remove(place());
}

void TemplateTree::duplicateChosen()
{
    if (isAtPart())
        choose(m_draft.duplicate(place()));
}

void TemplateTree::moveChosen(int by)
{
    if (isAtPart())
        choose(m_draft.move(place(), by));
}

void TemplateTree::fillAddMenu(QMenu &menu)
{
    menu.clear();
    const PartKind inner[] = {PartKind::Item, PartKind::Column, PartKind::Foot, PartKind::Cell, PartKind::Party};
    const PartKind blocks[] = {PartKind::Text, PartKind::Fields, PartKind::Table, PartKind::Row, PartKind::Signatures, PartKind::Picture, PartKind::Space, PartKind::Rule, PartKind::PageBreak};
    const auto offer = [&](PartKind kind) {
        if (slotFor(kind))
            menu.addAction(partName(kind), this, [this, kind] { add(kind); });
    };
    for (const PartKind kind : inner)
        offer(kind);
    if (!menu.isEmpty())
        menu.addSeparator();
    for (const PartKind kind : blocks)
        offer(kind);
}

void TemplateTree::keyPressEvent(QKeyEvent *event)
{
    const bool isAlt = event->modifiers() & Qt::AltModifier;
    if (isAlt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        return moveChosen(event->key() == Qt::Key_Up ? -1 : 1);
    if (event->key() == Qt::Key_Delete)
        return removeChosen();
    if (event->key() == Qt::Key_D && event->modifiers() == Qt::ControlModifier)
        return duplicateChosen();
    if (event->key() == Qt::Key_Insert) {
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, visualItemRect(currentItem()).center(), viewport()->mapToGlobal(visualItemRect(currentItem()).bottomLeft()));
        return contextMenuEvent(&asked);
    }
    QTreeWidget::keyPressEvent(event);
}

void TemplateTree::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillAddMenu(*menu);
    menu->popup(event->globalPos());
}

} // namespace guanxi::app
