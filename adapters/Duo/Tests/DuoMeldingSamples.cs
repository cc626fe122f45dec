using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>Meldingen within the limits of the seam, drawn from a seed: the same seed gives the same melding.</summary>
internal sealed class DuoMeldingSamples(int seed)
{
    private static readonly string[] Alfabetisering = ["A", "AA", "NVT"];
    private static readonly string[] Telefoons = ["0521 539539", "+31 (0)6 12345678", "088-1234567,123", "112"];

    private readonly Random random = new(seed);

    public Melding Draw(Type type) => type.Name switch
    {
        nameof(PipMelding) => Pip(),
        nameof(PipIntrekking) => new PipIntrekking(),
        nameof(AanbodMelding) => Aanbod(),
        nameof(AanbodIntrekking) => new AanbodIntrekking(Nummer()),
        nameof(ContactpersoonMelding) => new ContactpersoonMelding(Naam(), Email(), Een(Telefoons)),
        nameof(ContactpersoonWijziging) => new ContactpersoonWijziging(Id(), Naam(), Email(), Een(Telefoons)),
        nameof(ContactpersoonVerwijdering) => new ContactpersoonVerwijdering(Id()),
        nameof(ContactpersoonKoppeling) => new ContactpersoonKoppeling(Id()),
        nameof(ContactpersoonOntkoppeling) => new ContactpersoonOntkoppeling(Id()),
        nameof(MapMelding) => new MapMelding(Soms(Dag), Ja()),
        nameof(PvtMelding) => new PvtMelding(Soms(Dag), Ja()),
        nameof(ZrouteMelding) => new ZrouteMelding(Soms(Dag)),
        nameof(UrenMelding) => new UrenMelding((Urensoort)random.Next(3), random.Next(10_000)),
        nameof(LeerbaarheidstoetsAfmelding) => new LeerbaarheidstoetsAfmelding(),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No sample of this melding."),
    };

    private PipMelding Pip() => new()
    {
        Dagtekening = Dag(),
        Leerroute = (Leerroute)random.Next(3),
        Niveau = Soms(() => (Taalniveau)random.Next(2)),
        GeschatteIntensiteitB1Route = Soms(() => random.Next(1, 10_000)),
        IndicatorMagOpleidingAfmaken = Ja(),
        IndicatorAlfabetiseringsonderwijs = random.Next(2) == 0 ? Een(Alfabetisering) : null,
    };

    private AanbodMelding Aanbod() => new()
    {
        Instellingsnummer = Nummer(),
        DatumInburgeringsaanbod = Soms(Dag),
        VerwachteStartdatum = Soms(Dag),
        VerwachteEinddatum = Soms(Dag),
        IndicatorAlfabetiseringsonderwijs = Een(Alfabetisering),
    };

    private DateOnly Dag() => new DateOnly(2021, 1, 1).AddDays(random.Next(4000));

    private string Nummer() => string.Concat(Enumerable.Range(0, 10).Select(_ => "0123456789AZ /?%é"[random.Next(17)]));

    private int Id() => random.Next(1, 100_000);

    private string Naam() => string.Concat(Enumerable.Range(0, random.Next(1, 101)).Select(_ => "abc é'‘.-Ø漢"[random.Next(11)]));

    private string Email() => $"{new string('a', random.Next(1, 230))}@b.nl";

    private bool? Ja() => Soms(() => random.Next(2) == 0);

    private string Een(string[] words) => words[random.Next(words.Length)];

    private T? Soms<T>(Func<T> draw)
        where T : struct => random.Next(2) == 0 ? draw() : null;
}
