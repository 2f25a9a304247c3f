// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/import/importcolumns.h"

#include "app/views/import/importheads.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldtext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

namespace guanxi::app {

using model::Field;

namespace {

constexpr int SampleLines = 50;
constexpr int SamplesShown = 3;
constexpr model::FieldId RecordId = std::numeric_limits<model::FieldId>::max(); // in the choice of fields

enum Column { Head, Samples, Into, Columns };

QString letters(qsizetype column)
{
    QString name;
    for (qsizetype rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name.prepend(QChar(char16_t(u'A' + (rest - 1) % 26)));
    return name;
}

/// New records begin with something in it.
bool hasDefault(const Records &records, const model::Entity &entity, const Field &field)
{
    return !records.create(entity.id).value(field.id).isNull();
}

} // namespace

ImportColumns::ImportColumns(Records &records, const model::Entity &entity, QWidget *parent)
    : QWidget(parent), m_records(records), m_entity(entity), m_fields(SheetRows(records, entity).takenFields()), m_file(new QLabel), m_sheet(new QComboBox), m_encoding(new QComboBox), m_separator(new QComboBox),
      m_hasHeads(new QCheckBox(tr("The first line holds the &names of the columns"))), m_kept(records, entity), m_mapping(new QComboBox),
      m_removeMapping(new QPushButton(tr("Re&move"))), m_table(new QTableWidget), m_form(new QFormLayout), m_missingTitle(new QLabel), m_missing(new QFormLayout)
{
    buildOptions(*m_form);
    buildMappings(*m_form);
    m_table->setColumnCount(Columns);
    m_table->setHorizontalHeaderLabels({tr("Column in the file"), tr("For example"), tr("Goes into the field")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Columns and fields"));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(Head, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Samples, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(Into, QHeaderView::ResizeToContents);
    m_missingTitle->setText(tr("No column gives what each new record must have. The same for all lines:"));
    m_missingTitle->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_form);
    column->addWidget(m_table, 1);
    column->addWidget(m_missingTitle);
    column->addLayout(m_missing);
}

void ImportColumns::buildOptions(QFormLayout &form)
{
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_hasHeads->setChecked(true);
    m_encoding->addItem(tr("As it looks"), QByteArray());
    for (const auto &[name, label] : {std::pair("UTF-8", tr("Unicode (UTF-8)")), std::pair("gb18030", tr("Chinese, simplified (GB18030, GBK)")),
                                      std::pair("Big5", tr("Chinese, traditional (Big5)")), std::pair("UTF-16", tr("Unicode (UTF-16)")),
                                      std::pair("windows-1252", tr("Western European (Windows)"))})
        m_encoding->addItem(label, QByteArray(name));
    m_separator->addItem(tr("As it looks"), QChar());
    for (const auto &[character, label] : {std::pair(u',', tr("Comma")), std::pair(u';', tr("Semicolon")), std::pair(u'\t', tr("Tab")), std::pair(u'|', tr("Vertical bar"))})
        m_separator->addItem(label, QChar(character));
    form.addRow(tr("File:"), m_file);
    form.addRow(tr("&Sheet:"), m_sheet);
    form.addRow(tr("&Encoding:"), m_encoding);
    form.addRow(tr("Columns are separated &by:"), m_separator);
    form.addRow(QString(), m_hasHeads);
    connect(m_sheet, &QComboBox::activated, this, &ImportColumns::readAgain);
    connect(m_encoding, &QComboBox::activated, this, &ImportColumns::readAgain);
    connect(m_separator, &QComboBox::activated, this, &ImportColumns::readAgain);
    connect(m_hasHeads, &QCheckBox::toggled, this, &ImportColumns::showSample);
}

void ImportColumns::buildMappings(QFormLayout &form)
{
    auto *save = new QPushButton(tr("Save &as…"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_mapping, 1);
    row->addWidget(save);
    row->addWidget(m_removeMapping);
    for (QPushButton *button : {save, m_removeMapping})
        button->setAutoDefault(false);
    form.addRow(tr("Columns as save&d:"), row);
    static_cast<QLabel *>(form.labelForField(row))->setBuddy(m_mapping);
    connect(m_mapping, &QComboBox::activated, this, &ImportColumns::applyMapping);
    connect(save, &QPushButton::clicked, this, &ImportColumns::askForName);
    connect(m_removeMapping, &QPushButton::clicked, this, [this] {
        if (const Result<Saved> removed = m_kept.remove(m_mapping->currentText()); !removed)
            Q_EMIT failed(removed.error());
        showMappings({});
    });
}

void ImportColumns::showMappings(const QString &chosen)
{
    m_mapping->clear();
    m_mapping->addItem(tr("(by their heads)"));
    m_mapping->addItems(m_kept.names());
    m_mapping->setCurrentIndex(std::max(0, chosen.isEmpty() ? 0 : m_mapping->findText(chosen)));
    m_removeMapping->setEnabled(m_mapping->currentIndex() > 0);
}

void ImportColumns::applyMapping()
{
    m_removeMapping->setEnabled(m_mapping->currentIndex() > 0);
    const QList<const Field *> guessed = ImportHeads(m_entity, m_fields).fieldsOf(m_heads);
    const QStringList codes = m_kept.codesFor(m_mapping->currentText(), m_heads);
    const qsizetype id = ImportHeads::idColumn(m_heads);
    for (int column = 0; column < m_table->rowCount(); ++column)
        if (fieldAt(column) || column == plan().idColumn)
            setField(column, 0);
    for (int column = 0; column < m_table->rowCount(); ++column) {
        const bool isKept = m_mapping->currentIndex() > 0;
        const Field *field = isKept ? m_entity.field(codes[column]) : guessed.value(column);
        const bool isId = isKept ? codes[column] == recordIdCode() : column == id;
        if (isId || field)
            setField(column, isId ? RecordId : field->id);
    }
}

void ImportColumns::askForName()
{
    bool accepted = false;
    const QString offered = m_mapping->currentIndex() > 0 ? m_mapping->currentText() : QFileInfo(m_path).completeBaseName();
    const QString name = QInputDialog::getText(this, tr("Save which column goes where"), tr("Name:"), QLineEdit::Normal, offered, &accepted).trimmed();
    if (accepted && !name.isEmpty())
        saveMapping(name);
}

void ImportColumns::saveMapping(const QString &name)
{
    if (const Result<Saved> saved = m_kept.save(name, m_heads, plan()); !saved)
        Q_EMIT failed(saved.error());
    showMappings(name);
}

Result<void> ImportColumns::open(const QString &path)
{
    m_path = path;
    m_file->setText(QFileInfo(path).fileName());
    m_file->setToolTip(path);
    m_encoding->setCurrentIndex(0);
    m_separator->setCurrentIndex(0);
    m_reader.reset();
    m_only = -1;
    m_sheet->clear();
    readAgain();
    return m_reader ? Result<void>() : Result<void>(m_fault);
}

void ImportColumns::openSheet(const QString &path, int sheet)
{
    static_cast<void>(open(path));
    m_only = sheet;
    readAgain();
}

void ImportColumns::readAgain()
{
    const int sheet = m_only >= 0 ? m_only : std::max(0, m_sheet->currentIndex());
    Result<std::unique_ptr<TableReader>> reader = TableReader::open(m_path, {m_encoding->currentData().toByteArray(), m_separator->currentData().toChar()});
    m_reader = reader ? std::move(*reader) : nullptr;
    m_fault = reader ? Error() : reader.error();
    if (m_reader) {
        m_sheet->clear();
        m_sheet->addItems(m_reader->sheets());
        m_sheet->setCurrentIndex(std::min(sheet, m_sheet->count() - 1));
        showFormat();
    }
    if (m_reader)
        if (const Result<void> read = sample(); !read) {
            m_fault = read.error();
            m_reader.reset();
        }
    if (!m_reader)
        m_lines.clear();
    const QSignalBlocker quiet(m_hasHeads);
    m_hasHeads->setChecked(!m_lines.isEmpty() && ImportHeads(m_entity, m_fields).isHeading(m_lines.first()));
    showSample();
}

void ImportColumns::showFormat()
{
    const bool isText = m_reader->format() == QLatin1StringView("CSV");
    const TextFormat format = m_reader->textFormat();
    const int separator = m_separator->findData(format.separator);
    m_encoding->setItemText(0, isText && m_encoding->currentIndex() == 0 ? tr("As it looks (%1)").arg(QString::fromLatin1(format.encoding).toUpper()) : tr("As it looks"));
    m_separator->setItemText(0, isText && m_separator->currentIndex() == 0 && separator > 0 ? tr("As it looks (%1)").arg(m_separator->itemText(separator)) : tr("As it looks"));
    m_form->setRowVisible(m_sheet, m_only < 0 && m_sheet->count() > 1);
    m_form->setRowVisible(m_encoding, isText);
    m_form->setRowVisible(m_separator, isText);
}

Result<void> ImportColumns::sample()
{
    m_lines.clear();
    GUANXI_TRY(m_reader->choose(std::max(0, m_sheet->currentIndex())));
    while (m_lines.size() < SampleLines) {
        const Result<std::optional<TableLine>> line = m_reader->next();
        if (!line)
            return line.error();
        if (!*line)
            break;
        m_lines.append((*line)->cells);
    }
    return m_lines.isEmpty() ? Result<void>(unreadable(m_path, fault::Empty)) : Result<void>();
}

QStringList ImportColumns::samplesOf(int column) const
{
    QStringList samples;
    for (qsizetype line = m_hasHeads->isChecked() ? 1 : 0; line < m_lines.size() && samples.size() < SamplesShown; ++line)
        if (const QString text = m_lines[line].value(column).simplified(); !text.isEmpty() && !samples.contains(text))
            samples.append(text);
    return samples;
}

void ImportColumns::showSample()
{
    qsizetype width = 0;
    for (const QStringList &line : std::as_const(m_lines))
        width = std::max(width, line.size());
    m_heads = m_hasHeads->isChecked() && !m_lines.isEmpty() ? m_lines.first() : QStringList();
    m_table->setRowCount(0);
    m_table->setRowCount(int(width));
    for (int column = 0; column < int(width); ++column) {
        if (column >= m_heads.size())
            m_heads.append(letters(column));
        m_table->setItem(column, Head, new QTableWidgetItem(m_heads[column]));
        m_table->setItem(column, Samples, new QTableWidgetItem(samplesOf(column).join(QStringLiteral(" · "))));
        auto *into = new QComboBox;
        into->setAccessibleName(tr("Field for “%1”").arg(m_heads[column]));
        into->setMaxVisibleItems(20);
        into->addItem(tr("(left out)"), 0u);
        for (const Field *field : std::as_const(m_fields))
            into->addItem(fieldLabel(m_entity, *field), field->id);
        m_table->setCellWidget(column, Into, into);
        into->addItem(tr("(says which record it is)"), RecordId);
        connect(into, &QComboBox::currentIndexChanged, this, [this, column] { setField(column, model::FieldId(static_cast<QComboBox *>(m_table->cellWidget(column, Into))->currentData().toUInt())); });
    }
    m_table->resizeRowsToContents();
    showMappings(m_kept.nameFor(m_heads));
    applyMapping();
    showMissing();
}

const Field *ImportColumns::fieldAt(int column) const
{
    const auto *into = static_cast<const QComboBox *>(m_table->cellWidget(column, Into));
    return into ? m_entity.field(model::FieldId(into->currentData().toUInt())) : nullptr;
}

void ImportColumns::setField(int column, model::FieldId field)
{
    // A field is filled from one column: the other lets go of it.
    for (int other = 0; other < m_table->rowCount(); ++other) {
        auto *into = static_cast<QComboBox *>(m_table->cellWidget(other, Into));
        if (!into)
            continue;
        const QSignalBlocker quiet(into);
        if (other == column)
            into->setCurrentIndex(std::max(0, into->findData(field)));
        else if (field != 0 && into->currentData().toUInt() == field)
            into->setCurrentIndex(0);
    }
    showMissing();
}

void ImportColumns::showMissing()
{
    const ImportPlan given = plan();
    m_editors.clear();
    while (m_missing->rowCount() > 0)
        m_missing->removeRow(0);
    for (const Field *field : std::as_const(m_fields)) {
        if (!field->required || given.fields.contains(field) || hasDefault(m_records, m_entity, *field) || m_lines.isEmpty())
            continue;
        FieldEditor *editor = FieldEditor::create(m_records, m_entity, *field, this);
        for (const auto &[id, value] : given.preset)
            if (id == field->id)
                editor->setValue(value);
        m_missing->addRow(fieldLabel(m_entity, *field), editor);
        connect(editor, &FieldEditor::edited, this, &ImportColumns::changed);
        m_editors.append(editor);
    }
    m_missingTitle->setVisible(!m_editors.isEmpty());
    Q_EMIT changed();
}

ImportPlan ImportColumns::plan() const
{
    ImportPlan plan;
    plan.sheet = std::max(0, m_sheet->currentIndex());
    plan.hasHeads = m_hasHeads->isChecked();
    for (int column = 0; column < m_table->rowCount(); ++column) {
        plan.fields.append(fieldAt(column));
        if (static_cast<const QComboBox *>(m_table->cellWidget(column, Into))->currentData().toUInt() == RecordId)
            plan.idColumn = column;
    }
    for (const FieldEditor *editor : m_editors)
        if (!editor->value().isNull())
            plan.preset.append({editor->field().id, editor->value()});
    return plan;
}

QString ImportColumns::fault() const
{
    if (!m_reader)
        return m_path.isEmpty() ? tr("Choose a file.") : errorText(m_fault, &m_entity);
    const ImportPlan given = plan();
    if (std::none_of(given.fields.begin(), given.fields.end(), [](const Field *field) { return field != nullptr; }))
        return tr("Choose a field for at least one column.");
    for (const FieldEditor *editor : m_editors)
        if (editor->fault())
            return errorText(*editor->fault(), &m_entity);
    return {};
}

} // namespace guanxi::app
