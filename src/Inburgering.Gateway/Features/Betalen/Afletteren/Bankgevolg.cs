using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Betalen.Afletteren;

/// <summary>One thing that a report of the bank does. Closed; who applies them does so in their order, in one transaction with the mark that the report is done (payments 6.6).</summary>
internal abstract record Bankgevolg
{
    private Bankgevolg()
    {
    }

    /// <summary>Always allowed from where the order stands then.</summary>
    public sealed record OpdrachtBeweegt(Betaalid Kenmerk, Opdrachtgebeurtenis Gebeurtenis) : Bankgevolg;

    /// <summary>Always allowed from where the batch stands then.</summary>
    /// <param name="Batch">MsgId.</param>
    public sealed record BatchBeweegt(Betaalid Batch, Batchgebeurtenis Gebeurtenis) : Bankgevolg;

    /// <summary>Money of this order left or came back; counts whatever its state does.</summary>
    /// <param name="Bedrag">Negative: off the account.</param>
    public sealed record Geboekt(Boeksleutel Sleutel, Betaalid Kenmerk, Bedrag Bedrag) : Bankgevolg;

    /// <summary>Booked at the bank and of no order yet: it waits for a person, and is never taken again from the same entry.</summary>
    /// <param name="Batch">MsgId of the batch that it is said to be the sum of: a later status may yet explain it; null: only a person can.</param>
    /// <param name="Aantal">Orders that the bank says are in it; null: not said.</param>
    public sealed record Aangehouden(Boeksleutel Sleutel, Bedrag Bedrag, Betaalid? Batch = null, int? Aantal = null) : Bankgevolg;

    /// <summary>What was held is explained: it was booked after all, and its signal has served.</summary>
    public sealed record Vrijgevallen(Boeksleutel Sleutel) : Bankgevolg;

    /// <summary>The account of this order takes no payment: nothing goes to it before it was looked into again (payments 4).</summary>
    /// <param name="Reden">ISO code: AC01, AC04 or AC06.</param>
    public sealed record RekeningGeblokkeerd(Betaalid Kenmerk, string Reden) : Bankgevolg;

    /// <summary>MD07: all that the dossier of this order still has ready stops.</summary>
    public sealed record DossierStopt(Betaalid Kenmerk) : Bankgevolg;

    /// <summary>FF01, AG02: our files are wrong; no batch of the profile of this one goes out.</summary>
    /// <param name="Batch">MsgId.</param>
    public sealed record ProfielStopt(Betaalid Batch) : Bankgevolg;

    public sealed record Gesignaleerd(Signaal Signaal) : Bankgevolg;
}
