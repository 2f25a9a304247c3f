// SPDX-License-Identifier: GPL-3.0-or-later
// What a print template was is kept as rows of its own, so that it can be had again when its history has long been forgotten. Whatever wrote
// the definition, a desk that was offline included, leaves a version.
#include "common/model/catalogue/printing.h"
#include "server/services/consequences.h"

namespace guanxi::server {

using namespace model;

Result<void> Consequences::followTemplates()
{
    if (!has(PrintTemplateVersion::entity))
        return {};
    for (const TouchedRow &row : touched(PrintTemplate::entity)) {
        const Record &now = row.after;
        const bool isSame = row.before && row.before->record[PrintTemplate::definition] == now[PrintTemplate::definition];
        if (now.isDeleted() || now.isNull(PrintTemplate::definition) || isSame)
            continue;
        const qint64 number = (row.before && !row.before->record.isNull(PrintTemplate::version) ? row.before->record[PrintTemplate::version] : 0) + 1;
        Record kept(m_store.catalogue().at(PrintTemplateVersion::entity), Uuid::named("print_template_version" + now.id().bytes() + QByteArray::number(number)));
        stamp(kept);
        kept.set(PrintTemplateVersion::printTemplate, now.id());
        kept.set(PrintTemplateVersion::version, number);
        kept.set(PrintTemplateVersion::definition, now[PrintTemplate::definition]);
        kept.setValue(PrintTemplateVersion::savedBy.id, m_user.isNull() ? Value() : Value(m_user));
        kept.set(PrintTemplateVersion::savedAt, m_now);
        GUANXI_TRY(put(kept));
        set(m_touched[now.ref()], PrintTemplate::version.id, number);
    }
    return {};
}

} // namespace guanxi::server
