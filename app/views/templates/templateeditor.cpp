// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/templates/templateeditor.h"

#include "app/data/draftstore.h"
#include "app/views/templates/templateform.h"
#include "app/views/templates/templatepreview.h"
#include "app/views/templates/templatetree.h"
#include "app/views/templates/templateversions.h"
#include "app/views/viewcontext.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/printing.h"

#include <QAction>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>

namespace guanxi::app {

using namespace Qt::StringLiterals;
using namespace model;

namespace {

constexpr int DraftMs = 600;

QString shownLanguage() { return QLocale().language() == QLocale::Chinese ? u"zh"_s : u"en"_s; }

} // namespace

TemplateEditor::TemplateEditor(ViewContext &context, const CompanyTemplate &edited, QWidget *parent)
    : QDialog(parent), m_context(context), m_records(context.records()), m_record(edited.record), m_code(edited.form.id()), m_order(edited.form.value("order").toInt(100)),
      m_stored(m_record.isValid() ? m_record[PrintTemplate::definition] : QString()), m_draft(edited.form.json()), m_saved(edited.form.json()), m_tree(new TemplateTree(m_draft)),
      m_form(new TemplateForm(m_records, m_draft)), m_preview(new TemplatePreview(m_records)), m_faults(new QListWidget)
{
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    build();
    connect(m_tree, &TemplateTree::chosen, this, [this](const TemplatePlace &place) {
        m_form->show(place);
        enable();
    });
    connect(&m_draft, &TemplateDraft::changed, this, &TemplateEditor::followDraft);
    connect(m_faults, &QListWidget::itemActivated, this, [this] { showFault(m_faults->currentRow()); });
    connect(m_faults, &QListWidget::itemClicked, this, [this] { showFault(m_faults->currentRow()); });
    connect(&m_records, &Records::changed, this, &TemplateEditor::noteChange);
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(DraftMs);
    connect(&m_keeping, &QTimer::timeout, this, &TemplateEditor::keepDraft);
    takeUpDraft();
    m_tree->choose({});
    m_form->show({});
    checkFaults();
    enable();
    m_preview->show(m_draft.document(), 0);
    m_tree->setFocus();
}

TemplateEditor::~TemplateEditor()
{
    // The window goes without asking when the desk is locked.
    if (m_keeping.isActive())
        keepDraft();
    disconnect(m_tree, nullptr, this, nullptr);
}

void TemplateEditor::build()
{
    setWindowTitle(tr("Print template: %1").arg(nameOf(shownLanguage())));
    auto *parts = new QSplitter;
    parts->addWidget(m_tree);
    parts->addWidget(m_form);
    parts->addWidget(m_preview);
    const int widths[] = {240, 340, 620};
    parts->setSizes({widths[0], widths[1], widths[2]});
    parts->setStretchFactor(2, 1);
    parts->setChildrenCollapsible(false);
    m_form->setMinimumWidth(320);
    m_tree->setMinimumWidth(200);
    m_tree->setAccessibleName(tr("Parts of the template"));
    m_form->setAccessibleName(tr("What the chosen part shows"));
    m_faults->setAccessibleName(tr("What is wrong with the template"));
    m_faults->setMaximumHeight(fontMetrics().height() * 5);
    m_says = new QLabel;
    m_says->setWordWrap(true);
    m_says->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(buildBar());
    column->addWidget(parts, 1);
    column->addWidget(m_faults);
    column->addWidget(m_says);
    resize(QSize(1280, 860).boundedTo(screen()->availableSize() * 0.94));
}

QToolButton *TemplateEditor::tool(const QString &icon, const QString &text, const QString &tip, const QKeySequence &keys, const std::function<void()> &run)
{
    auto *button = new QToolButton;
    button->setIcon(QIcon::fromTheme(icon));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolButtonStyle(icon.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonIconOnly);
    button->setToolTip(keys.isEmpty() ? tip : tip + u" ("_s + keys.toString(QKeySequence::NativeText) + u')');
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, run);
    return button;
}

QWidget *TemplateEditor::buildBar()
{
    auto *add = tool({}, tr("&Add"), tr("Add a part"), QKeySequence(Qt::Key_Insert), [] {});
    auto *kinds = new QMenu(add);
    connect(kinds, &QMenu::aboutToShow, this, [this, kinds] { m_tree->fillAddMenu(*kinds); });
    add->setMenu(kinds);
    add->setPopupMode(QToolButton::InstantPopup);
    m_partTools = {tool(u"edit-copy"_s, tr("Double"), tr("Double this part"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] { m_tree->duplicateChosen(); }),
                   tool(u"go-up"_s, tr("Up"), tr("Move this part up"), QKeySequence(Qt::ALT | Qt::Key_Up), [this] { m_tree->moveChosen(-1); }),
                   tool(u"go-down"_s, tr("Down"), tr("Move this part down"), QKeySequence(Qt::ALT | Qt::Key_Down), [this] { m_tree->moveChosen(1); }),
                   tool(u"edit-delete"_s, tr("Remove"), tr("Remove this part"), QKeySequence(Qt::Key_Delete), [this] { m_tree->removeChosen(); })};
    m_undo = tool(u"edit-undo"_s, tr("Undo"), tr("Take the last change back"), QKeySequence::Undo, [this] { m_draft.steps().undo(); });
    m_redo = tool(u"edit-redo"_s, tr("Redo"), tr("Make it again"), QKeySequence::Redo, [this] { m_draft.steps().redo(); });
    // Keys of buttons click a moment later, and lose those that come meanwhile.
    const auto key = [this](const QKeySequence &keys, auto run) { connect(new QShortcut(keys, this), &QShortcut::activated, this, run); };
    key(QKeySequence::Undo, [this] { m_draft.steps().undo(); });
    for (const QKeySequence &keys : QSet<QKeySequence>{QKeySequence(QKeySequence::Redo), QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)})
        key(keys, [this] { m_draft.steps().redo(); });
    key(QKeySequence::Save, [this] { save(); });
    auto *begin = tool({}, tr("&Begin from"), tr("Take over what another template has"), {}, [] {});
    auto *others = new QMenu(begin);
    connect(others, &QMenu::aboutToShow, this, [this, others] { fillBegin(*others); });
    begin->setMenu(others);
    begin->setPopupMode(QToolButton::InstantPopup);
    m_versions = tool({}, tr("&Versions…"), tr("What was saved before"), {}, [this] { showVersions(); });
    m_save = new QPushButton(tr("&Save"));
    m_save->setToolTip(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText));
    auto *close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    m_save->setAutoDefault(false);
    connect(m_save, &QPushButton::clicked, this, &TemplateEditor::save);
    connect(close, &QPushButton::clicked, this, &TemplateEditor::reject);
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(add);
    for (QToolButton *button : std::as_const(m_partTools))
        row->addWidget(button);
    row->addSpacing(12);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addSpacing(12);
    row->addWidget(begin);
    row->addWidget(m_versions);
    row->addStretch(1);
    row->addWidget(m_save);
    row->addWidget(close);
    return bar;
}

void TemplateEditor::followDraft(bool)
{
    m_preview->show(m_draft.document());
    checkFaults();
    enable();
    setWindowTitle(tr("Print template: %1").arg(nameOf(shownLanguage())));
    m_says->hide();
    m_keeping.start();
}

void TemplateEditor::enable()
{
    for (QToolButton *button : std::as_const(m_partTools))
        button->setEnabled(m_tree->isAtPart());
    m_undo->setEnabled(m_draft.steps().canUndo());
    m_redo->setEnabled(m_draft.steps().canRedo());
    m_versions->setEnabled(m_record.isValid());
    m_save->setEnabled(isChanged() || !m_record.isValid());
}

void TemplateEditor::checkFaults()
{
    m_found = faultsOf(m_draft.document(), m_records.catalogue());
    if (nameOf(u"zh"_s).trimmed().isEmpty() && nameOf(u"en"_s).trimmed().isEmpty())
        m_found.prepend({PaperFault::Kind::UnknownField, {}, {u"name"_s}});
    // What is missing on paper goes before what is only not translated.
    std::ranges::stable_partition(m_found, [](const PaperFault &fault) { return fault.kind != PaperFault::Kind::MissingLanguage; });
    m_faults->clear();
    for (const PaperFault &fault : std::as_const(m_found)) {
        const bool isHint = fault.kind == PaperFault::Kind::MissingLanguage;
        new QListWidgetItem(QIcon::fromTheme(isHint ? u"dialog-information"_s : u"dialog-warning"_s), sentence(fault), m_faults);
    }
    m_faults->setVisible(!m_found.isEmpty());
}

QString TemplateEditor::sentence(const PaperFault &fault) const
{
    TemplatePlace place = fault.place;
    while (!place.isEmpty() && (m_draft.kind(place) == PartKind::Document || !m_draft.value(place).isObject()))
        place.removeLast();
    const QString part = partLabel(m_draft.document(), place, shownLanguage());
    switch (fault.kind) {
    case PaperFault::Kind::UnknownField:
        return fault.name.isEmpty() ? tr("The template has no name yet.") : tr("%1 – there is no field “%2”.").arg(part, fault.name);
    case PaperFault::Kind::UnknownEntity:
        return tr("%1 – choose whose lines it has.").arg(part);
    case PaperFault::Kind::UnknownColumn:
        return tr("%1 – the column it stands under is not there.").arg(part);
    case PaperFault::Kind::NestedTable:
        return tr("%1 – a table that stands side by side with something is not printed. Remove it and add it by itself.").arg(part);
    case PaperFault::Kind::MissingLanguage:
        return fault.name == "zh"_L1 ? tr("%1 – without a Chinese text; the English one is printed.").arg(part) : tr("%1 – without an English text; the Chinese one is printed.").arg(part);
    case PaperFault::Kind::NoRecords:
        return tr("The template is for no kind of record.");
    }
    return {};
}

void TemplateEditor::showFault(int row)
{
    if (row < 0 || row >= m_found.size())
        return;
    m_tree->choose(m_found[row].place);
    // The box that is meant, if it is one of the part.
    const TemplatePlace inner = m_found[row].place.mid(m_tree->place().size());
    for (qsizetype keys = inner.size(); keys > 0; --keys)
        if (QWidget *editor = m_form->editor(inner.first(keys).join(u'/'))) {
            m_form->ensureWidgetVisible(editor);
            return editor->setFocus();
        }
}

TemplateEditor *openTemplateEditor(ViewContext &context, const CompanyTemplate &edited, QWidget *parent)
{
    auto *editor = new TemplateEditor(context, edited, parent);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->show();
    return editor;
}

QString TemplateEditor::nameOf(const QString &language) const { return PaperTemplate::text(m_draft.document().value("name"_L1), language); }

} // namespace guanxi::app
