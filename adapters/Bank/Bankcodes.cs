using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>What the codes of a bank mean. Source: payments 4, 5 and the table of 7.</summary>
internal static class Bankcodes
{
    private const string Geweigerd = "RJCT";

    private static readonly Dictionary<string, Bankoordeel> Oordelen = new()
    {
        ["RCVD"] = Bankoordeel.Ontvangen,
        ["ACTC"] = Bankoordeel.Ontvangen,
        ["PDNG"] = Bankoordeel.Ontvangen,
        ["ACCP"] = Bankoordeel.Geaccepteerd,
        ["ACSP"] = Bankoordeel.Geaccepteerd,
        ["ACWC"] = Bankoordeel.Geaccepteerd,
        ["ACSC"] = Bankoordeel.Geaccepteerd,
        ["ACCC"] = Bankoordeel.Geaccepteerd,
        ["PART"] = Bankoordeel.Gedeeltelijk,
        ["RVCC"] = Bankoordeel.Naamcontrole,
        ["RCVC"] = Bankoordeel.Naamcontrole,
        ["RVMC"] = Bankoordeel.Naamcontrole,
        ["RVNM"] = Bankoordeel.Naamcontrole,
        ["RVNA"] = Bankoordeel.Naamcontrole,
        ["RVCM"] = Bankoordeel.Naamcontrole,
        ["RVNC"] = Bankoordeel.Naamcontrole,
    };

    private static readonly Dictionary<string, Redensoort> Redenen = new()
    {
        ["AC01"] = Redensoort.RekeningOnjuist,
        ["AC04"] = Redensoort.RekeningGesloten,
        ["AC06"] = Redensoort.RekeningGesloten,
        ["AG01"] = Redensoort.AndereRekening,
        ["AG02"] = Redensoort.Bestandsfout,
        ["AM04"] = Redensoort.Saldo,
        ["AM05"] = Redensoort.AlGezien,
        ["DUPL"] = Redensoort.AlGezien,
        ["BE04"] = Redensoort.NaamOntbreekt,
        ["RR03"] = Redensoort.NaamOntbreekt,
        ["CNOR"] = Redensoort.AndereRekening,
        ["RC01"] = Redensoort.AndereRekening,
        ["ED05"] = Redensoort.BankVragen,
        ["TECH"] = Redensoort.BankVragen,
        ["MS03"] = Redensoort.BankVragen,
        ["NARR"] = Redensoort.BankVragen,
        ["FF01"] = Redensoort.Bestandsfout,
        ["MD07"] = Redensoort.Overleden,
        ["MS02"] = Redensoort.DoorOntvangerGeweigerd,
        ["RR04"] = Redensoort.Toezicht,
    };

    /// <summary>A refusal because the bank has seen it before is no refusal: it may have been paid.</summary>
    public static Bankstatus Status(string code, IReadOnlyList<Bankreden> redenen) => new(code, code == Geweigerd ? Weigering(redenen) : Oordelen.GetValueOrDefault(code), redenen);

    /// <param name="info">StsRsnInf or RtrInf.</param>
    public static Bankreden Reden(Isodeel info)
    {
        var code = info.Tekst("Rsn", "Cd");
        string?[] woorden = [info.Tekst("Rsn", "Prtry"), .. info.Delen("AddtlInf").Select(deel => deel.Tekst())];
        var toelichting = string.Join(' ', woorden.OfType<string>().Select(Partnertekst.Schoon).Where(tekst => tekst.Length > 0));
        return new Bankreden(code, code is null ? Redensoort.Onbekend : Redenen.GetValueOrDefault(code), toelichting.Length > 0 ? Partnertekst.Schoon(toelichting) : null);
    }

    private static Bankoordeel Weigering(IEnumerable<Bankreden> redenen) => redenen.Any(reden => reden.Soort == Redensoort.AlGezien) ? Bankoordeel.AlGezien : Bankoordeel.Afgewezen;
}
