using System.Security.Cryptography;
using static Inburgering.Gateway.Verwerkingslog.LogregelCheck;

namespace Inburgering.Gateway.Verwerkingslog.Vorm;

/// <summary>From the line a room writes to the columns that are kept. Every field is checked on the way.</summary>
internal static class RegelVertaling
{
    private const int ZoutLengte = 16;

    public static RegelRow ToRow(Logregel regel)
    {
        var row = Columns(regel);
        row.Velden = RegelForm.Velden(row, new ContextForm(row.Context)).ToArray();
        row.PersoonDigest = Keten.PersoonDigest(row.Zout, RegelForm.Persoon(row));
        return row;
    }

    private static RegelRow Columns(Logregel regel) => new()
    {
        Context = Context(regel),
        Tijdstip = regel.Tijdstip.ToUnixTimeMilliseconds(),
        DuurMs = NotNegative(regel.Duur.TotalMilliseconds),
        TraceId = HexBytes(regel.TraceId, 16),
        SpanId = HexBytes(regel.SpanId, 8),
        ParentSpanId = OptionalHexBytes(regel.ParentSpanId, 8),
        Aantal = NotNegative(regel.Aantal),
        BerichtId = OptionalText(regel.BerichtId, 128),
        Betrokkene = OptionalHexBytes(regel.Betrokkene?.Pseudoniem, 32),
        DossierId = regel.Betrokkene?.DossierId,
        Informatie = OptionalText(regel.Informatie, 1000),
        Zout = RandomNumberGenerator.GetBytes(ZoutLengte),
    };

    private static RegelContext Context(Logregel regel) => new()
    {
        Gemeentecode = Gemeentecode(regel.Gemeentecode),
        Vorm = RegelForm.Versie,
        Status = Known(regel.Status),
        Actie = Known(regel.Actie),
        Resultaat = Known(regel.Resultaat),
        Vertrouwelijkheid = Known(regel.Vertrouwelijkheid),
        Naam = Text(regel.Naam, 120),
        Reden = OptionalText(regel.Reden, 120),
        Actor = Text(regel.Actor, 64),
        Rol = Text(regel.Rol, 64),
        Organisatie = Text(regel.Organisatie, 64),
        ClientId = OptionalText(regel.ClientId, 64),
        Oorsprong = Text(regel.Oorsprong, 32),
        Activiteit = Text(regel.Verwerkingsactiviteit, 100),
        Doel = OptionalText(regel.Doel, 64),
        Grondslag = OptionalText(regel.Grondslag, 64),
        Gevraagd = Veldenlijst(regel.Gevraagd, 4000),
        Geleverd = Veldenlijst(regel.Geleverd, 4000),
        Ontvanger = OptionalText(regel.Ontvanger, 64),
        Beleid = OptionalHex(regel.Beleid, 32),
        Bewaartermijn = Text(regel.Bewaartermijn, 32),
        BetrokkeneType = regel.Betrokkene is null ? null : Text(regel.Betrokkene.Type, 128),
    };
}
