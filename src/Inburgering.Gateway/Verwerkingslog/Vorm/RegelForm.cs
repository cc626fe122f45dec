namespace Inburgering.Gateway.Verwerkingslog.Vorm;

/// <summary>The canonical form of a line, version 1: two RFC 8785 objects, one without and one with the person.</summary>
/// <remarks>
/// Times are whole milliseconds since 1970, hashes lower-case hex, enumerations their number. What the writer gives a line (stream, seq,
/// time of registration) stands beside the object, see <see cref="Keten"/>. A change of this form is a new version beside the old.
/// </remarks>
internal static class RegelForm
{
    public const short Versie = 1;

    [ThreadStatic]
    private static CanonicalJson? json;

    /// <summary>The non-personal fields. The result is valid until the next call on this thread.</summary>
    public static ReadOnlySpan<byte> Velden(RegelRow row)
    {
        var c = row.Context;
        var to = json ??= new CanonicalJson();
        to.Begin();
        to.Number("aantal"u8, row.Aantal);
        to.Number("actie"u8, c.Actie);
        to.Text("activiteit"u8, c.Activiteit);
        to.Text("actor"u8, c.Actor);
        to.Text("beleid"u8, c.Beleid);
        to.Text("berichtId"u8, row.BerichtId);
        to.Text("bewaartermijn"u8, c.Bewaartermijn);
        to.Text("clientId"u8, c.ClientId);
        to.Text("doel"u8, c.Doel);
        to.Number("duur"u8, row.DuurMs);
        to.Text("geleverd"u8, c.Geleverd);
        to.Text("gevraagd"u8, c.Gevraagd);
        to.Text("grondslag"u8, c.Grondslag);
        to.Text("naam"u8, c.Naam);
        to.Text("ontvanger"u8, c.Ontvanger);
        to.Text("oorsprong"u8, c.Oorsprong);
        to.Text("organisatie"u8, c.Organisatie);
        to.Hex("parentSpanId"u8, row.ParentSpanId);
        to.Text("reden"u8, c.Reden);
        to.Number("resultaat"u8, c.Resultaat);
        to.Text("rol"u8, c.Rol);
        to.Hex("spanId"u8, row.SpanId);
        to.Number("status"u8, c.Status);
        to.Number("tijdstip"u8, row.Tijdstip);
        to.Hex("traceId"u8, row.TraceId);
        to.Number("vertrouwelijkheid"u8, c.Vertrouwelijkheid);
        to.Number("vorm"u8, c.Vorm);
        return to.End();
    }

    /// <summary>The personal fields; an empty object when the line speaks of nobody. Valid until the next call on this thread.</summary>
    public static ReadOnlySpan<byte> Persoon(RegelRow row)
    {
        var to = json ??= new CanonicalJson();
        to.Begin();
        to.Hex("betrokkene"u8, row.Betrokkene);
        to.Text("dossierId"u8, row.DossierId?.ToString("D"));
        to.Text("type"u8, row.Context.BetrokkeneType);
        return to.End();
    }
}
