// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/customers/relationchart.h"

#include "app/views/viewcontext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/viewpaper.h"
#include "common/model/catalogue/customers.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace guanxi::app {

using model::Account;
using model::Contact;
using model::Relationship;

namespace {

constexpr int BurstPauseMs = 250;
constexpr double ZoomStep = 1.2;
constexpr int LargestPicture = 6000;

} // namespace

RelationChart::RelationChart(ViewContext &context, const model::RecordRef &middle, QWidget *parent)
    : QWidget(parent), m_context(context), m_middle(middle), m_canvas(new RelationCanvas(context.records())), m_depth(new QComboBox), m_says(new QLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(buildBar());
    column->addWidget(m_canvas, 1);
    setFocusProxy(m_canvas);
    m_buttons.first()->setVisible(context.records().may(model::Action::Create, Relationship::entity));
    m_buttons.last()->setVisible(context.records().may(model::Action::Print, middle.entity));
    retranslate();
    m_depth->setCurrentIndex(1);
    buildKeys();
    m_pause.setSingleShot(true);
    m_pause.setInterval(BurstPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &RelationChart::reload);
    connect(m_depth, &QComboBox::currentIndexChanged, this, [this] {
        reload();
        m_canvas->fit();
    });
    connect(m_canvas, &RelationCanvas::opened, this, [this](const model::RecordRef &ref) { m_context.openRecord(ref); });
    connect(&context.records(), &Records::changed, &m_pause, [this] {
        if (isVisible())
            m_pause.start();
    });
}

QHBoxLayout *RelationChart::buildBar()
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->setSpacing(4);
    bar->addWidget(m_depth);
    bar->addWidget(m_says, 1);
    m_says->setWordWrap(true);
    const auto add = [&](const char *icon, auto command) {
        auto *button = new QToolButton;
        button->setIcon(QIcon::fromTheme(QLatin1String(icon)));
        button->setAutoRaise(true);
        bar->addWidget(button);
        m_buttons.append(button);
        connect(button, &QToolButton::clicked, this, command);
    };
    add("list-add", &RelationChart::addRelationship);
    add("zoom-in", [this] { m_canvas->zoom(ZoomStep); });
    add("zoom-out", [this] { m_canvas->zoom(1 / ZoomStep); });
    add("zoom-fit-best", [this] { m_canvas->fit(); });
    add("edit-copy", &RelationChart::copyPicture);
    add("document-print", &RelationChart::print);
    return bar;
}

void RelationChart::buildKeys()
{
    const auto key = [this](const QKeySequence &keys, auto command) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, command);
        addAction(action);
    };
    key(QKeySequence::New, &RelationChart::addRelationship);
    key(QKeySequence::Copy, &RelationChart::copyPicture);
    key(QKeySequence::Print, &RelationChart::print);
}

void RelationChart::retranslate()
{
    setWindowTitle(tr("Chart"));
    const QSignalBlocker quiet(m_depth);
    const int depth = m_depth->currentIndex();
    m_depth->clear();
    m_depth->addItems({tr("One step"), tr("Two steps"), tr("Three steps")});
    m_depth->setCurrentIndex(depth);
    m_depth->setAccessibleName(tr("How far around"));
    m_depth->setToolTip(tr("How many lines away companies and people are shown"));
    const QStringList tips{tr("New relationship of the marked one (Ctrl+N)"), tr("Larger (+)"), tr("Smaller (-)"), tr("All in sight (0)"),
                           tr("Copy as a picture (Ctrl+C)"), tr("Print (Ctrl+P)")};
    for (qsizetype at = 0; at < m_buttons.size(); ++at) {
        m_buttons[at]->setToolTip(tips[at]);
        m_buttons[at]->setAccessibleName(tips[at]);
    }
}

void RelationChart::setDepth(int depth) { m_depth->setCurrentIndex(depth - 1); }

void RelationChart::reload()
{
    m_canvas->setGraph(relationsAround(m_context.records(), m_middle, m_depth->currentIndex() + 1, dayOf(QDate::currentDate())));
    const RelationGraph &graph = m_canvas->graph();
    if (graph.leftOut > 0)
        m_says->setText(tr("%n more are not shown: show fewer steps, or open one of those at the edge.", nullptr, graph.leftOut));
    else if (graph.nodes.size() == 1)
        m_says->setText(tr("Nobody is around yet: Ctrl+N notes a relationship."));
    else
        m_says->setText(tr("%n companies and people", nullptr, int(graph.nodes.size())));
}

void RelationChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    const bool first = m_canvas->graph().nodes.isEmpty();
    reload();
    if (first)
        QMetaObject::invokeMethod(m_canvas, &RelationCanvas::fit, Qt::QueuedConnection);
}

void RelationChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RelationChart::addRelationship()
{
    const RelationGraph &graph = m_canvas->graph();
    if (m_canvas->current() < graph.nodes.size() && m_context.records().may(model::Action::Create, Relationship::entity))
        m_context.createRecord(Relationship::entity, {{Relationship::from.id, model::Value(graph.nodes[m_canvas->current()].ref)}});
}

void RelationChart::copyPicture() const
{
    const QSizeF size = m_canvas->drawnSize();
    const double factor = qMin(2.0, LargestPicture / qMax(size.width(), size.height()));
    QImage picture((size * factor).toSize(), QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    m_canvas->paintAll(painter, QRectF(picture.rect()));
    painter.end();
    QApplication::clipboard()->setImage(picture);
}

ViewPaper RelationChart::paper() const
{
    const QSizeF size = m_canvas->drawnSize();
    return {m_canvas->accessibleName(), m_depth->currentText() + QStringLiteral(" · ") + dateText(dayOf(QDate::currentDate())), draw(m_canvas->accessibleName(), size, [&](QPainter &painter) { m_canvas->paintAll(painter, QRectF(QPointF(), size)); }), {}, {}, m_middle.entity, m_middle};
}

void RelationChart::print()
{
    if (!m_context.records().may(model::Action::Print, m_middle.entity))
        return m_context.showError({ErrorCode::NotAllowed, {m_context.records().catalogue().at(m_middle.entity).name, QStringLiteral("print")}});
    previewPaper(this, m_context.records(), QPageLayout::Landscape, [this] { return paper(); }, m_context.records().may(model::Action::Export, m_middle.entity),
                 paperMemory(m_context.drafts(), QStringLiteral("chart/relations")));
}

QWidget *relationTab(ViewContext &context, const model::RecordRef &ref)
{
    const bool drawn = ref.entity == Account::entity || ref.entity == Contact::entity;
    return drawn && context.records().catalogue().entity(Relationship::entity) ? new RelationChart(context, ref) : nullptr;
}

} // namespace guanxi::app
