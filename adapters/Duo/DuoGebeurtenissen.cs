using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>DUO's events and what to fetch on each, in order. State comes from what was fetched, never from the event.</summary>
/// <remarks>
/// Source: DUO, gebeurtenissen.md and attentiesignalen.md. The result of a verlenging (SS104, SS113) has no API at DUO yet.
/// Beyond DUO's table: SS113 fetches the termijn, SS121 the PIP, SS108 the ontheffing; SS118 and SS119 are «Beoordeling aanvraag verlenging (SDI013)»
/// there, and SDI013 is the Ontheffing API.
/// </remarks>
internal static class DuoGebeurtenissen
{
    private static readonly Type[] Plicht = [typeof(Inburgeringsplicht), typeof(Doelgroepindeling)];
    private static readonly Type[] Termijn = [typeof(Inburgeringstermijn)];
    private static readonly Type[] Leerbaarheidstoets = [typeof(LeerbaarheidstoetsExamennummer), typeof(Leerbaarheidstoetsresultaten)];
    private static readonly Type[] Examen = [typeof(Examenresultaten), typeof(GratisPogingen)];
    private static readonly Type[] Pip = [typeof(Pip)];
    private static readonly Type[] Vrijstelling = [typeof(Vrijstellingen)];
    private static readonly Type[] Ontheffing = [typeof(Ontheffingen)];

    private static readonly Dictionary<string, Type[]> Events = new()
    {
        ["SS101"] = [.. Plicht, .. Examen],
        ["SS102"] = Termijn,
        ["SS103"] = Termijn,
        ["SS104"] = Termijn,
        ["SS106"] = Plicht,
        ["SS107"] = [.. Plicht, .. Vrijstelling],
        ["SS108"] = [.. Plicht, .. Ontheffing],
        ["SS109"] = [.. Plicht, .. Vrijstelling],
        ["SS110"] = Plicht,
        ["SS111"] = Plicht,
        ["SS113"] = Termijn,
        ["SS114"] = Vrijstelling,
        ["SS115"] = Vrijstelling,
        ["SS116"] = Vrijstelling,
        ["SS117"] = [.. Vrijstelling, .. Examen],
        ["SS118"] = Ontheffing,
        ["SS119"] = [.. Ontheffing, .. Examen],
        ["SS120"] = [.. Plicht, .. Examen],
        ["SS121"] = [.. Plicht, .. Termijn, .. Examen, .. Pip],
        ["SS124"] = Plicht,
        ["SS125"] = Plicht,
        ["SS128"] = [.. Plicht, .. Examen],
        ["SS129"] = [.. Plicht, .. Examen, .. Vrijstelling],
        ["SS130"] = [.. Plicht, .. Termijn, .. Pip, .. Examen, .. Vrijstelling],
        ["SS131"] = Leerbaarheidstoets,
        ["SS137"] = Leerbaarheidstoets,
        ["SS139"] = [.. Plicht, .. Examen],
        ["SS199"] = Examen,
    };

    /// <summary>Attentiesignalen: announced by DUO, not sent yet. Known, so that the first one raises no alarm; nothing is fetched.</summary>
    private static readonly string[] Announced =
    [
        "SS112", "SS122", "SS123", "SS126", "SS127", "SS132", "SS133", "SS135", "SS136", "SS140", "SS141", "SS142",
    ];

    private static readonly Dictionary<string, Type[]> Known = new([.. Events, .. Announced.Select(code => KeyValuePair.Create(code, Array.Empty<Type>()))]);

    /// <summary>Events that only the gemeente gets in which the person settled.</summary>
    private static readonly string[] Settled = ["SS120", "SS121"];

    /// <summary>Events that DUO sends to who has the person in scope from now: settled there, or the ten weeks for a PIP begin there.</summary>
    private static readonly string[] InScope = [.. Settled, "SS139"];

    /// <summary>The result of a melding, as far as DUO has an event for it: the term starts by the first PIP.</summary>
    private static readonly Dictionary<string, Type[]> Results = new() { ["SS102"] = [typeof(PipMelding)] };

    /// <summary>The events of DUO's table.</summary>
    public static IReadOnlyCollection<string> Codes => Events.Keys;

    /// <summary>Whether the code says that the person settled in the gemeente that is told.</summary>
    public static bool Vestiging(string code) => Settled.Contains(code, StringComparer.Ordinal);

    /// <summary>Whether the code says that the gemeente that is told may ask about the person.</summary>
    public static bool OpentBereik(string code) => InScope.Contains(code, StringComparer.Ordinal);

    /// <summary>The kinds of melding whose result this is; empty for most events.</summary>
    public static IReadOnlyList<Type> Bevestigt(string code) => Results.GetValueOrDefault(code, []);

    /// <summary>The records to fetch; empty for an event without any, null for a code that DUO has not published.</summary>
    public static IReadOnlyList<Type>? Ophalen(string code) => Known.GetValueOrDefault(code);
}
