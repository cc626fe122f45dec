using System.Reflection;
using Inburgering.Gateway.Adapters.Tests.Examples;
using Inburgering.Gateway.Adapters.Tests.Servers;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>Every sink, told without knowing its melding's type.</summary>
internal static class DuoMeldingen
{
    public const string Bsn = "999990019";
    public const string Instelling = "1000000237";
    public const int Contact = 4711;

    private static readonly MethodInfo Generic = typeof(DuoMeldingen).GetMethod(nameof(ReplyAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly DateOnly Dag = new(2024, 6, 17);

    public static IReadOnlyDictionary<Type, Type> Sinks { get; } = PortRecorder.Of(new DuoPartner()).Sinks;

    /// <summary>One of each operation.</summary>
    public static IReadOnlyList<Melding> All { get; } =
    [
        new PipMelding { Dagtekening = Dag, Leerroute = Leerroute.B1Route },
        new PipIntrekking(),
        new AanbodMelding { Instellingsnummer = Instelling, IndicatorAlfabetiseringsonderwijs = "NVT" },
        new AanbodIntrekking(Instelling),
        new ContactpersoonMelding("Ineke de Vries", "ineke@voorbeeld.example", "0521 539539"),
        new ContactpersoonWijziging(Contact, "Ineke de Vries", "ineke@voorbeeld.example", "0521 539539"),
        new ContactpersoonVerwijdering(Contact),
        new ContactpersoonKoppeling(Contact),
        new ContactpersoonOntkoppeling(Contact),
        new MapMelding(Dag, null),
        new PvtMelding(Dag, null),
        new ZrouteMelding(Dag),
        new UrenMelding(Urensoort.TaallesEnKnmBredeIntake, 40),
        new UrenMelding(Urensoort.Participatieactiviteiten, 800),
        new UrenMelding(Urensoort.ParticipatieAlsTaalles, 600),
        new LeerbaarheidstoetsAfmelding(),
    ];

    /// <summary>Sends it, about Hasan unless it is about nobody; the reply as text.</summary>
    public static async Task<string> SendAsync(Melding melding, HttpClient duo, CancellationToken ct) => ReplyText.Of(await TellAsync(melding, duo, ct));

    /// <summary>As <see cref="SendAsync"/>, with the reply itself.</summary>
    public static Task<PartnerReply<Ontvangstbevestiging>> TellAsync(Melding melding, HttpClient duo, CancellationToken ct)
    {
        var sink = Activator.CreateInstance(Sinks[melding.GetType()], duo);
        return (Task<PartnerReply<Ontvangstbevestiging>>)Generic.MakeGenericMethod(melding.GetType())
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [sink, melding, ct], null)!;
    }

    /// <summary>What a sink sends.</summary>
    public static async Task<StubHandler> SentAsync(Melding melding)
    {
        var stub = new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NotFound));
        await SendAsync(melding, stub.Client, CancellationToken.None);
        return stub;
    }

    private static Task<PartnerReply<Ontvangstbevestiging>> ReplyAsync<TMelding>(IMeldingSink<TMelding> sink, TMelding melding, CancellationToken ct)
        where TMelding : Melding =>
        sink.SendAsync(Vraag.Met(melding, melding is ContactpersoonMelding or ContactpersoonWijziging or ContactpersoonVerwijdering ? null : Bsn), ct);
}
