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
        var to = json ??= new CanonicalJson();
        to.Begin();
        to.Number("aantal"u8, row.Aantal);
        to.Number("actie"u8, row.Actie);
        to.Text("activiteit"u8, row.Activiteit);
        to.Text("actor"u8, row.Actor);
        to.Hex("beleid"u8, row.Beleid);
        to.Text("berichtId"u8, row.BerichtId);
        to.Text("bewaartermijn"u8, row.Bewaartermijn);
        to.Text("clientId"u8, row.ClientId);
        to.Text("doel"u8, row.Doel);
        to.Number("duur"u8, row.DuurMs);
        to.Text("geleverd"u8, row.Geleverd);
        to.Text("gevraagd"u8, row.Gevraagd);
        to.Text("grondslag"u8, row.Grondslag);
        to.Text("naam"u8, row.Naam);
        to.Text("ontvanger"u8, row.Ontvanger);
        to.Text("oorsprong"u8, row.Oorsprong);
        to.Text("organisatie"u8, row.Organisatie);
        to.Hex("parentSpanId"u8, row.ParentSpanId);
        to.Text("reden"u8, row.Reden);
        to.Number("resultaat"u8, row.Resultaat);
        to.Text("rol"u8, row.Rol);
        to.Hex("spanId"u8, row.SpanId);
        to.Number("status"u8, row.Status);
        to.Number("tijdstip"u8, row.Tijdstip);
        to.Hex("traceId"u8, row.TraceId);
        to.Number("vertrouwelijkheid"u8, row.Vertrouwelijkheid);
        to.Number("vorm"u8, row.Vorm);
        return to.End();
    }

    /// <summary>The personal fields; an empty object when the line speaks of nobody. Valid until the next call on this thread.</summary>
    public static ReadOnlySpan<byte> Persoon(RegelRow row)
    {
        var to = json ??= new CanonicalJson();
        to.Begin();
        to.Hex("betrokkene"u8, row.Betrokkene);
        to.Text("dossierId"u8, row.DossierId?.ToString("D"));
        to.Text("type"u8, row.BetrokkeneType);
        return to.End();
    }
}
