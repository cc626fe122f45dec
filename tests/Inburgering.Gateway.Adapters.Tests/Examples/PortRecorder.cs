using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Tests.Examples;

/// <summary>What one partner says it can do.</summary>
internal sealed class PortRecorder : IPartnerPorts
{
    private readonly Dictionary<Type, Type> sources = [];

    /// <summary>Record to source.</summary>
    public IReadOnlyDictionary<Type, Type> Sources => sources;

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

    public IPartnerPorts Sends<TMelding, TSink>()
        where TMelding : class
        where TSink : class, IMeldingSink<TMelding> => this;
}
