// SPDX-License-Identifier: GPL-3.0-or-later
#include "testentity.h"

#include "common/model/builder.h"
#include "common/model/catalogue/ids.h"
#include "common/model/catalogue/parts.h"

namespace guanxi::test {

using namespace model;
using parts::Arrow;

void declareWithMachine(Catalogue &catalogue)
{
    declareAll(catalogue);
    EntityBuilder machine(catalogue, Machine::entity, "machine", "Machine", "Machines");
    machine.area(Area::Customers).workspace(Workspace::Customers, "computer").inherits({Machine::account.id});
    machine.title({Machine::name.id});
    parts::addNumber(machine, Machine::number, "MA-{seq:4}");
    machine.text(Machine::name, "name", 64).required().search(Search::Name).listed();
    machine.text(Machine::serial, "serial", 32).unique().listed();
    machine.reference(Machine::account, "account", ids::Account).required().listed();
    machine.dictionary(Machine::priority, "priority", "priority").required().byDefaultItem("normal").listed();
    machine.date(Machine::installedOn, "installed_on").required();
    machine.longText(Machine::remark, "remark");
    machine.state(Machine::status, "status").group(parts::Status).listed();
    machine.text(Machine::reason, "reason", 255).group(parts::Status);
    machine.dateTime(Machine::stoppedAt, "stopped_at").system().group(parts::Status);
    machine.states(Machine::status, {parts::state(Machine::Ordered, "ordered", Tone::Neutral),
                                     parts::state(Machine::Running, "running", Tone::Active),
                                     parts::state(Machine::Stopped, "stopped", Tone::Closed, true)});
    machine.transition(Arrow(Machine::Start, "start", {Machine::Ordered}, Machine::Running));
    machine.transition(Arrow(Machine::Stop, "stop", {Machine::Running}, Machine::Stopped)
                           .needs(Machine::reason)
                           .setNow(Machine::stoppedAt));

    EntityBuilder part(catalogue, MachinePart::entity, "machine_part", "Machine part", "Machine parts");
    part.childOf(Machine::entity, MachinePart::machine).area(Area::Customers).title({MachinePart::name.id});
    part.reference(MachinePart::machine, "machine", Machine::entity).required();
    part.text(MachinePart::name, "name", 64).required().listed();
    parts::addQuantity(part, MachinePart::quantity);
}

} // namespace guanxi::test
