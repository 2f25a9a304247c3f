// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/templates/newtemplate.h"

#include "app/views/templates/templateeditor.h"
#include "app/widgets/fieldtext.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QLocale>
#include <QPushButton>

namespace guanxi::app {

using namespace Qt::StringLiterals;
using namespace model;

namespace {

/// People print them, and see them in lists.
bool isPrinted(const Records &records, const Entity &entity) { return entity.workspace != Workspace::None && entity.scope.kind != ScopeRule::Kind::ServerOnly && records.may(Action::Print, entity.id); }

} // namespace

NewTemplate::NewTemplate(const Records &records, const QString &entity, QWidget *parent)
    : QDialog(parent), m_records(records), m_templates(companyTemplates(records)), m_entity(new QComboBox), m_from(new QComboBox)
{
    setWindowTitle(tr("New print template"));
    auto *form = new QFormLayout(this);
    form->addRow(tr("&For"), m_entity);
    form->addRow(tr("&Begin with"), m_from);
    m_entity->setAccessibleName(tr("For"));
    m_from->setAccessibleName(tr("Begin with"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *make = buttons->addButton(tr("&Edit"), QDialogButtonBox::AcceptRole);
    form->addRow(buttons);
    make->setDefault(true);
    for (const Entity &each : records.catalogue().entities())
        if (isPrinted(records, each))
            m_entity->addItem(entityLabel(each), each.name);
    m_entity->setCurrentIndex(qMax(0, m_entity->findData(entity)));
    m_from->setMinimumContentsLength(24);
    connect(m_entity, &QComboBox::currentIndexChanged, this, &NewTemplate::offer);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    offer();
}

void NewTemplate::offer()
{
    m_from->clear();
    m_from->addItem(tr("An empty page"), -1);
    const Entity *entity = m_records.catalogue().entity(m_entity->currentData().toString());
    for (qsizetype at = 0; entity && at < m_templates.size(); ++at)
        if (m_templates[at].form.isFor(*entity))
            m_from->addItem(m_templates[at].form.name(QLocale().language() == QLocale::Chinese ? u"zh"_s : u"en"_s), at);
    m_from->setCurrentIndex(m_from->count() - 1);
}

CompanyTemplate NewTemplate::begun() const
{
    const qsizetype from = m_from->currentData().toLongLong();
    const Entity &entity = m_records.catalogue().at(m_records.catalogue().entity(m_entity->currentData().toString())->id);
    QJsonObject json = from < 0 ? emptyTemplate(entity) : m_templates[from].form.json();
    json.remove("id"_L1);
    // The name tells it from the one it begins with.
    QJsonObject name;
    for (const auto &[language, suffix] : {std::pair(u"zh"_s, u"（新）"_s), std::pair(u"en"_s, u" (new)"_s)})
        name.insert(language, (from < 0 ? QString() : m_templates[from].form.name(language)) + (from < 0 ? QString() : suffix));
    json.insert("name"_L1, name);
    return {PaperTemplate(json), {}, false, true};
}

} // namespace guanxi::app
