using System.Text.Json.Serialization;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Betalen.Afletteren;

/// <summary>Something for a person. Holds ids and no name, creditor's account or amount; the same signal twice is one. Without order, batch and entry it is about the report itself.</summary>
internal sealed record Signaal(Signaalcode Code, Signaalernst Ernst)
{
    /// <summary>The order; null: it is of the batch, or of none.</summary>
    public Betaalid? Kenmerk { get; init; }

    /// <summary>MsgId of the batch; null: of none.</summary>
    public Betaalid? Batch { get; init; }

    /// <summary>The entry; null: it does not come from a statement.</summary>
    public Boeksleutel? Post { get; init; }

    /// <summary>What the bank's reason asks of the gemeente; null: it is not about a reason.</summary>
    public Redensoort? Reden { get; init; }

    /// <summary>Orders that it may be about, for a person to choose from; none is matched by itself (payments 7.3).</summary>
    public IReadOnlyList<Betaalid> Kandidaten { get; init; } = [];
}

/// <summary>How soon somebody has to look.</summary>
internal enum Signaalernst
{
    [JsonStringEnumMemberName("taak")]
    Taak,

    /// <summary>Today: a person is without money.</summary>
    [JsonStringEnumMemberName("spoed")]
    Spoed,

    [JsonStringEnumMemberName("alarm")]
    Alarm,

    /// <summary>Money has left and we cannot say why: fraud, or paid twice (payments 7.6).</summary>
    [JsonStringEnumMemberName("hoogste")]
    Hoogste,
}

/// <summary>What is the matter.</summary>
internal enum Signaalcode
{
    /// <summary>A second debit for one order; nothing is called back by itself (payments 7.7).</summary>
    [JsonStringEnumMemberName("dubbel-betaald")]
    DubbelBetaald,

    /// <summary>A debit that no order of ours explains to the cent, the account and the payee (payments 7.6).</summary>
    [JsonStringEnumMemberName("afschrijving-zonder-opdracht")]
    AfschrijvingZonderOpdracht,

    /// <summary>The bank says what cannot be from where we stand, or of another amount; a status moves nothing then (payments 5).</summary>
    [JsonStringEnumMemberName("tegenstrijdig-bericht")]
    TegenstrijdigBericht,

    /// <summary>An advice says that it comes back; only the statement counts.</summary>
    [JsonStringEnumMemberName("retour-aangekondigd")]
    RetourAangekondigd,

    [JsonStringEnumMemberName("retour")]
    Retour,

    /// <summary>Less or more came back than was paid: held.</summary>
    [JsonStringEnumMemberName("retour-met-ander-bedrag")]
    RetourMetAnderBedrag,

    /// <summary>It came back before we saw it leave; settles itself when the debit turns up.</summary>
    [JsonStringEnumMemberName("retour-zonder-afschrijving")]
    RetourZonderAfschrijving,

    /// <summary>Held until a person says which order it is.</summary>
    [JsonStringEnumMemberName("niet-te-matchen")]
    NietTeMatchen,

    /// <summary>A collective entry is not the sum of what it says it is: held as a whole (payments 7.4).</summary>
    [JsonStringEnumMemberName("verzamelboeking-klopt-niet")]
    VerzamelboekingKloptNiet,

    /// <summary>The bank undoes an entry of its own: held.</summary>
    [JsonStringEnumMemberName("herstelboeking")]
    Herstelboeking,

    /// <summary>The check of the payee's name waits for somebody at the bank (payments 4).</summary>
    [JsonStringEnumMemberName("besluit-bij-de-bank-nodig")]
    BesluitBijBankNodig,

    /// <summary>Seen before: it may well have been paid, never send it again (payments 6.4).</summary>
    [JsonStringEnumMemberName("bank-kent-dit-id-al")]
    BankKentDitIdAl,

    /// <summary>Refused; the reason says what has to happen.</summary>
    [JsonStringEnumMemberName("geweigerd")]
    Geweigerd,

    /// <summary>A status that we do not know: it moved nothing.</summary>
    [JsonStringEnumMemberName("onbekende-status")]
    OnbekendeStatus,

    /// <summary>Accepted, and two bank days after its day not booked (payments 7.8).</summary>
    [JsonStringEnumMemberName("niet-geboekt")]
    NietGeboekt,

    /// <summary>Two hours after the hand-over nobody knows whether the bank has the file; told again every day (payments 6.4).</summary>
    [JsonStringEnumMemberName("batch-onbekend")]
    BatchOnbekend,

    /// <summary>A payment in this file went to the bank in another one, says the journal outside the database: it may never leave (security 25).</summary>
    [JsonStringEnumMemberName("al-overgedragen")]
    AlOvergedragen,

    /// <summary>Handed over, its day is over, and the bank has neither taken nor refused it (payments 7.8).</summary>
    [JsonStringEnumMemberName("geen-bericht")]
    GeenBericht,
}
