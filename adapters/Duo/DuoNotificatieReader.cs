using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Notificatie of DUO's Notificatie API 1.8.0: the only contract that we serve and DUO calls.</summary>
/// <remarks>
/// A fault is what the schema forbids. What the schema allows but nobody can act on (neither bsn nor vNummer, a BSN that fails the 11-proef,
/// a code we do not know) is read, so that no event is lost.
/// </remarks>
internal sealed class DuoNotificatieReader : INotificationReader
{
    private const long MostVNummer = 9_999_999_999;

    /// <inheritdoc />
    public PartnerReply<Gebeurtenis> Read(ReadOnlyMemory<byte> body) => PartnerBody.Read(body, duo =>
    {
        var tijdstip = duo.Required("registratieDatumTijd").Moment();
        var code = duo.Required("gebeurtenisId").Text(IsCode, "Is geen code van één tot zes cijfers of hoofdletters.");
        var bsn = duo.Optional("bsn")?.Text(IsNineDigits, "Is geen tekst van negen cijfers.");
        var vNummer = duo.Optional("vNummer")?.Integer(0, MostVNummer);
        var ophalen = DuoGebeurtenissen.Ophalen(code);

        return new Gebeurtenis
        {
            Code = code,
            Tijdstip = tijdstip,
            Bsn = Bsn.TryParse(bsn, out var valid) ? valid : null,
            BsnFaalt11Proef = bsn is not null && valid == default,
            VNummer = vNummer is { } number ? VNummer.FromInteger(number) : null,
            Bekend = ophalen is not null,
            Vestiging = DuoGebeurtenissen.Vestiging(code),
            OpentBereik = DuoGebeurtenissen.OpentBereik(code),
            Ophalen = ophalen ?? [],
            Bevestigt = DuoGebeurtenissen.Bevestigt(code),
        };
    });

    /// <inheritdoc />
    public bool Kent(string code) => DuoGebeurtenissen.Ophalen(code) is not null;

    private static bool IsCode(string text) =>
        text.Length is >= 1 and <= 6 && text.All(sign => char.IsAsciiDigit(sign) || char.IsAsciiLetterUpper(sign));

    private static bool IsNineDigits(string text) => text.Length == 9 && text.All(char.IsAsciiDigit);
}
