using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Tests.Examples;

/// <summary>What one partner says it can do.</summary>
internal sealed class PortRecorder : IPartnerPorts
{
    private readonly Dictionary<Type, Type> sources = [];
    private readonly Dictionary<Type, Type> sinks = [];
    private readonly Dictionary<Type, Type> voorwaarden = [];
    private readonly Dictionary<string, Type> berichten = [];
    private readonly Dictionary<Type, Type> schrijvers = [];
    private readonly Dictionary<Type, Type> lezers = [];

    /// <summary>Record to source.</summary>
    public IReadOnlyDictionary<Type, Type> Sources => sources;

    /// <summary>Event type to its reader.</summary>
    public IReadOnlyDictionary<string, Type> Berichten => berichten;

    /// <summary>Melding to sink.</summary>
    public IReadOnlyDictionary<Type, Type> Sinks => sinks;

    /// <summary>Melding to its conditions.</summary>
    public IReadOnlyDictionary<Type, Type> Voorwaarden => voorwaarden;

    /// <summary>File to what writes it.</summary>
    public IReadOnlyDictionary<Type, Type> Schrijvers => schrijvers;

    /// <summary>File to what reads it.</summary>
    public IReadOnlyDictionary<Type, Type> Lezers => lezers;

    public Type? Reader { get; private set; }

    public static PortRecorder Of(IPartner partner)
    {
        var recorder = new PortRecorder();
        partner.AddPorts(recorder);
        return recorder;
    }

    public IPartnerPorts Reads<TRecord, TSource>()
        where TRecord : class
        where TSource : class, IRecordSource<TRecord>
    {
        sources.Add(typeof(TRecord), typeof(TSource));
        return this;
    }

    public IPartnerPorts Accepts<TReader>()
        where TReader : class, INotificationReader
    {
        Assert.Null(Reader);
        Reader = typeof(TReader);
        return this;
    }

    public IPartnerPorts Delivers<TReader>(string type, string betekenis)
        where TReader : class, IBerichtReader
    {
        Assert.NotEmpty(betekenis);
        berichten.Add(type, typeof(TReader));
        return this;
    }

    public IPartnerPorts DeliversRows(Rijvorm vorm) => this;

    public IPartnerPorts Sends<TMelding, TSink>()
        where TMelding : Melding
        where TSink : class, IMeldingSink<TMelding>
    {
        sinks.Add(typeof(TMelding), typeof(TSink));
        return this;
    }

    public IPartnerPorts Announces<TSink>()
        where TSink : class, IMeldingSink<AanmeldingMelding>
    {
        sinks.Add(typeof(AanmeldingMelding), typeof(TSink));
        return this;
    }

    public IPartnerPorts Writes<TBestand, TSchrijver>()
        where TBestand : class
        where TSchrijver : class, IBestandschrijver<TBestand>
    {
        schrijvers.Add(typeof(TBestand), typeof(TSchrijver));
        return this;
    }

    public IPartnerPorts ReadsFiles<TBericht, TLezer>()
        where TBericht : class
        where TLezer : class, IBestandlezer<TBericht>
    {
        lezers.Add(typeof(TBericht), typeof(TLezer));
        return this;
    }

    public IPartnerPorts Carries<TKanaal>()
        where TKanaal : class, IBankkanaal => this;

    public IPartnerPorts Tests<TMelding, TVoorwaarden>()
        where TMelding : Melding
        where TVoorwaarden : class, IVoorwaarden<TMelding>
    {
        voorwaarden.Add(typeof(TMelding), typeof(TVoorwaarden));
        return this;
    }
}
