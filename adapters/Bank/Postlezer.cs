using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>One entry (ReportEntry10) with its details.</summary>
internal static class Postlezer
{
    private const string Af = "DBIT", Geboekt = "BOOK", InBehandeling = "PDNG";

    public static Bankpost Lees(Isodeel post, int plaats)
    {
        var bedrag = Getekend(post, post.Euro("Amt") ?? default, null);
        var groepen = post.Delen("NtryDtls");
        var details = groepen.SelectMany(groep => groep.Delen("TxDtls")).ToArray();
        return new Bankpost
        {
            Plaats = plaats,
            Referentie = post.Tekst("NtryRef"),
            Bankreferentie = post.Tekst("AcctSvcrRef"),
            Bedrag = bedrag,
            Stand = Stand(post),
            IsHerstel = post.IsWaar("RvslInd"),
            Boekdag = post.Dag("BookgDt"),
            Batch = groepen.Select(groep => groep.Deel("Btch")).OfType<Isodeel>().ToArray() is [var batch] ? Batch(batch) : null,
            Details = [.. details.Select((detail, i) => Detail(detail, i + 1, bedrag, details.Length == 1))],
        };
    }

    private static Postdetail Detail(Isodeel detail, int plaats, Bedrag post, bool enige)
    {
        var rekening = detail.Deel("RltdPties", "CdtrAcct");
        var iban = Iban.TryParse(rekening?.Tekst("Id", "IBAN"), out var gelezen) ? gelezen : (Iban?)null;
        return new Postdetail
        {
            Plaats = plaats,
            Kenmerk = Iso.Kenmerk(detail.Tekst("Refs", "EndToEndId")),
            Bedrag = Bedrag(detail, post, enige),
            Tegenrekening = iban,
            AndereTegenrekening = rekening is not null && iban is null,
            Retour = detail.Deel("RtrInf") is { } retour ? Bankcodes.Reden(retour) : null,
        };
    }

    private static Bedrag? Bedrag(Isodeel detail, Bedrag post, bool enige)
    {
        if (detail.Deel("Amt") is null && detail.Deel("AmtDtls", "TxAmt", "Amt") is null)
        {
            return enige ? post : null;
        }

        var bedrag = detail.Deel("Amt") is null ? detail.Deel("AmtDtls", "TxAmt")!.Euro("Amt", moet: false) : detail.Euro("Amt", moet: false);
        return bedrag is { } zonderTeken ? Getekend(detail, zonderTeken, post) : null;
    }

    /// <summary>Negative when it goes off the account.</summary>
    /// <param name="post">Of the entry, whose direction a detail has when it does not say its own; null: it is the entry.</param>
    private static Bedrag Getekend(Isodeel deel, Bedrag bedrag, Bedrag? post)
    {
        var af = deel.Tekst("CdtDbtInd") is { } richting ? richting == Af : post is { Centen: < 0 };
        return af ? default(Bedrag) - bedrag : bedrag;
    }

    private static Poststand Stand(Isodeel post) => post.Tekst("Sts", "Cd") switch
    {
        Geboekt => Poststand.Geboekt,
        InBehandeling => Poststand.InBehandeling,
        _ => Poststand.Informatie,
    };

    private static Bankbatch Batch(Isodeel batch) => new(batch.Tekst("MsgId"), batch.Tekst("PmtInfId"), batch.Aantal("NbOfTxs"));
}
